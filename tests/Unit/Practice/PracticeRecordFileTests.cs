using Burgernet.Practice;
using Burgernet.Sip;
using Burgernet.TestKit;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Burgernet.Tests.Unit.Practice;

public sealed class PracticeRecordFileTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly TemporaryFolder _folder = new();

    private string Path => System.IO.Path.Combine(_folder.Path, "sub", "record.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Read_AfterStop_EqualsMemory()
    {
        var exchange = Open();
        Answer(exchange, "a").Tell(SipIncomingCallNews.HungUpByPeer);
        exchange.OnInvite(new FakeIncomingCall("112", "b"));
        await exchange.DisposeAsync();
        Assert.Equal(exchange.Records, PracticeRecordFile.Read(Path, out var damaged));
        Assert.Equal(0, damaged);
    }

    [Fact]
    public async Task Lines_OneAnsweredCall_AreStartAnswerAndEnd()
    {
        var exchange = Open();
        Answer(exchange, "a").Tell(SipIncomingCallNews.HungUpByPeer);
        await exchange.DisposeAsync();
        var lines = await File.ReadAllLinesAsync(Path, TestContext.Current.CancellationToken);
        Assert.Equal(3, lines.Length);
        Assert.DoesNotContain("\"answered\"", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"answered\"", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("\"ended\"", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"endedBy\":\"Caller\"", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_CutAnywhereInLastLine_GivesEarlierLines()
    {
        var exchange = Open();
        Answer(exchange, "a").Tell(SipIncomingCallNews.HungUpByPeer);
        Answer(exchange, "b").Tell(SipIncomingCallNews.HungUpByPeer);
        await exchange.DisposeAsync();
        var whole = await File.ReadAllBytesAsync(Path, TestContext.Current.CancellationToken);
        var lastLine = whole.AsSpan(0, whole.Length - 1).LastIndexOf((byte)'\n') + 1;
        for (var length = lastLine; length < whole.Length - 1; length += 7)
        {
            var cut = System.IO.Path.Combine(_folder.Path, "cut.jsonl");
            await File.WriteAllBytesAsync(cut, whole[..length], TestContext.Current.CancellationToken);
            var calls = PracticeRecordFile.Read(cut, out var damaged);
            Assert.Equal(["a", "b"], calls.Select(c => c.CallId), StringComparer.Ordinal);
            Assert.NotNull(calls[0].Ended);
            Assert.Null(calls[1].Ended);
            Assert.Equal(length == lastLine ? 0 : 1, damaged);
        }
    }

    [Fact]
    public async Task Open_FileOfKilledCarrier_AppendsAfterItsCutLine()
    {
        var first = Open();
        Answer(first, "a").Tell(SipIncomingCallNews.HungUpByPeer);
        await first.DisposeAsync();
        await File.AppendAllTextAsync(Path, "{\"run\":\"cut", TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(5));
        var second = Open();
        Answer(second, "b").Tell(SipIncomingCallNews.HungUpByPeer);
        await second.DisposeAsync();
        var calls = PracticeRecordFile.Read(Path, out var damaged);
        Assert.Equal(["a", "b"], calls.Select(c => c.CallId), StringComparer.Ordinal);
        Assert.Equal([1L, 1L], calls.Select(c => c.Sequence));
        Assert.Equal(1, damaged);
    }

    [Fact]
    public async Task Open_FileOfRunningCarrier_Throws()
    {
        var first = Open();
        Assert.Throws<IOException>(Open);
        await first.DisposeAsync();
    }

    private PracticeExchange Open() =>
        new(
            new PracticeCarrierOptions { RecordFile = Path, Mix = PracticeMix.Only(PracticePhoneBehaviour.Listens) },
            _time,
            greeting: null
        );

    private FakeIncomingCall Answer(PracticeExchange exchange, string callId)
    {
        var call = new FakeIncomingCall(PracticeNumbers.Format(0), callId);
        exchange.OnInvite(call);
        _time.Advance(TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromSeconds(8));
        call.Tell(SipIncomingCallNews.Acknowledged);
        call.Packets = 400;
        return call;
    }
}
