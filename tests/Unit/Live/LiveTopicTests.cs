using Burgernet.Actions;
using Burgernet.Api.Live;
using Burgernet.Dialing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Burgernet.Tests.Unit.Live;

public sealed class LiveTopicTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(At);
    private readonly LiveTopic _topic = new(Guid.Empty);

    [Fact]
    public void Hint_OlderThanWhatIsKnown_ChangesNothing()
    {
        Assert.True(_topic.Take(Pulse(2, second: 5, done: 3), answer: false));
        Assert.False(_topic.Take(Pulse(2, second: 4, done: 2), answer: false));
        Assert.False(_topic.Take(Pulse(1, second: 9, done: 9), answer: true));
        Assert.Equal(3, _topic.Latest!.Progress.Done);
    }

    [Fact]
    public void Answer_OfAnActionThatMoved_IsHowItStandsWhateverItsClockSays()
    {
        _topic.Take(Pulse(2, second: 5, done: 3), answer: false);
        Assert.True(_topic.Take(Pulse(2, second: 1, done: 4), answer: true));
        Assert.Equal(4, _topic.Latest!.Progress.Done);
    }

    [Fact]
    public async Task Pulse_ThatSaysTheSame_WakesNobody()
    {
        using var watch = new LiveWatch(_topic, _time, () => { });
        Assert.True(_topic.Take(Pulse(2, second: 1, done: 3), answer: false));
        Assert.True(await watch.Wait(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken));
        Assert.False(_topic.Take(Pulse(2, second: 2, done: 3), answer: false));
        var waiting = watch.Wait(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await waiting);
    }

    [Fact]
    public async Task Watch_ThatLooksLate_FindsOneMarkAndTheLatest()
    {
        using var watch = new LiveWatch(_topic, _time, () => { });
        for (var done = 1; done <= 1_000; done++)
        {
            _topic.Take(Pulse(2, second: done, done), answer: false);
        }

        Assert.True(await watch.Wait(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken));
        Assert.Equal(1_000, watch.Latest!.Progress.Done);
        var waiting = watch.Wait(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await waiting);
    }

    [Fact]
    public async Task Watch_AfterItsTimeWasOver_StillHearsWhatComes()
    {
        using var watch = new LiveWatch(_topic, _time, () => { });
        for (var i = 0; i < 3; i++)
        {
            var waiting = watch.Wait(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            _time.Advance(TimeSpan.FromSeconds(1));
            Assert.False(await waiting);
        }

        var last = watch.Wait(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        _topic.Take(Pulse(1, second: 1, done: 0), answer: true);
        Assert.True(await last);
    }

    [Fact]
    public void Topic_WhoseLastWatchLeft_IsEmpty()
    {
        var left = 0;
        var watch = new LiveWatch(_topic, _time, () => left++);
        Assert.False(_topic.IsEmpty);
        watch.Dispose();
        Assert.True(_topic.IsEmpty);
        Assert.Equal(1, left);
    }

    [Theory]
    [InlineData(DeliveryResult.Heard, 1, true)]
    [InlineData(DeliveryResult.Heard, 2, false)]
    [InlineData(DeliveryResult.Busy, 1, false)]
    public void Pulse_BesideAnother_SaysTheSameOnlyWithTheSameFigures(DeliveryResult result, int count, bool same)
    {
        var one = Pulse(1, second: 1, done: 1);
        var progress = one.Progress with { Results = new Dictionary<DeliveryResult, int> { [result] = count } };
        Assert.Equal(same, one.SaysTheSameAs(one with { At = At.AddHours(1), Progress = progress }));
        Assert.False(one.SaysTheSameAs(one with { Status = ActionStatus.Stopped }));
    }

    private static ActionPulse Pulse(long sequence, int second, int done) =>
        new()
        {
            Id = Guid.Empty,
            ControlRoom = "oost",
            At = At.AddSeconds(second),
            Status = ActionStatus.Active,
            Sequence = sequence,
            Progress = new ActionProgress
            {
                Done = done,
                Results = new Dictionary<DeliveryResult, int> { [DeliveryResult.Heard] = done },
            },
        };
}
