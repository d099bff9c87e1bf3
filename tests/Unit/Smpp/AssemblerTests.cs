using System.Text;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Text;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Burgernet.Tests.Unit.Smpp;

public sealed class AssemblerTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly FakeTimeProvider _time = new();
    private readonly string _text = new string('a', 153) + new string('b', 153) + "c";

    [Fact]
    public void Segments_OfTwoPhones_AreKeptApart()
    {
        var assembler = new MessageAssembler(_time, Limit);
        var segments = MessageSegments.Cut(_text, 7);
        foreach (var segment in segments.Take(2))
        {
            Assert.Null(Take(assembler, segment, "31991011111"));
            Assert.Null(Take(assembler, segment, "31991022222"));
        }

        Assert.Equal(_text, Take(assembler, segments[2], "31991022222")!.Text);
        var whole = Take(assembler, segments[2], "31991011111")!;
        Assert.Equal(("31991011111", 3), (whole.Source.Digits, whole.Segments));
    }

    [Fact]
    public void Segment_ThatComesTwice_CountsOnce()
    {
        var assembler = new MessageAssembler(_time, Limit);
        var segments = MessageSegments.Cut(_text, 7);
        Assert.Null(Take(assembler, segments[0]));
        Assert.Null(Take(assembler, segments[0]));
        Assert.Null(Take(assembler, segments[2]));
        Assert.Equal(_text, Take(assembler, segments[1])!.Text);
    }

    [Fact]
    public void Message_WhoseRestDoesNotCome_IsGivenOutWithItsGap()
    {
        var assembler = new MessageAssembler(_time, Limit);
        var segments = MessageSegments.Cut(_text, 7);
        Take(assembler, segments[0]);
        Take(assembler, segments[2]);
        _time.Advance(Limit - TimeSpan.FromSeconds(1));
        Assert.Null(assembler.TakeLate());
        _time.Advance(TimeSpan.FromSeconds(1));
        var late = assembler.TakeLate()!;
        Assert.Equal((new string('a', 153) + "…c", 2), (late.Text, late.Segments));
        Assert.Null(assembler.TakeLate());
        Assert.Equal(0, assembler.Waiting);
    }

    [Fact]
    public void Messages_BeyondTheCapacity_GiveUpTheOldest()
    {
        var assembler = new MessageAssembler(_time, Limit, capacity: 2);
        var segments = MessageSegments.Cut(_text, 7);
        foreach (var phone in new[] { "1", "2", "3" })
        {
            Take(assembler, segments[0], phone);
        }

        Assert.Equal((2, 1L), (assembler.Waiting, assembler.Evicted));
    }

    private static AssembledMessage? Take(MessageAssembler assembler, MessageSegment segment, string from = "31991011111") =>
        assembler.Take(
            new MessagePdu
            {
                EsmClass = segment.EsmClass,
                DataCoding = segment.DataCoding,
                ShortMessage = segment.ShortMessage.Span,
                Source = new AddressField(TypeOfNumber.International, NumberingPlan.Isdn, Encoding.ASCII.GetBytes(from)),
            }
        );
}
