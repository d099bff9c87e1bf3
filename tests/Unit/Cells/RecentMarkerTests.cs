using Burgernet.Grains.Cells;
using Burgernet.Grains.Participants;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Burgernet.Tests.Unit.Cells;

public sealed class RecentMarkerTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly CountingLog _log = new();

    [Fact]
    public async Task Take_AYoungMarker_AsksNobody()
    {
        var marker = new RecentMarker(_log, _time);
        await marker.Refresh();
        _time.Advance(marker.MostAge - TimeSpan.FromMilliseconds(1));

        Assert.Equal(1, (await marker.Take()).Position);
        Assert.Equal(1, _log.Asked);
    }

    [Fact]
    public async Task Take_AnOldMarkerOrNone_TakesANewOne()
    {
        var marker = new RecentMarker(_log, _time);
        Assert.Equal(1, (await marker.Take()).Position);
        _time.Advance(marker.MostAge);

        Assert.Equal(2, (await marker.Take()).Position);
    }

    [Fact]
    public async Task Take_AMarkerWhoseAnswerTookLong_CountsFromTheQuestion()
    {
        var marker = new RecentMarker(_log, _time);
        _log.Delay = () => _time.Advance(marker.MostAge);
        await marker.Refresh();

        Assert.Equal(2, (await marker.Take()).Position);
    }

    private sealed class CountingLog : IChangeLog
    {
        public int Asked { get; private set; }

        public Action Delay { get; set; } = () => { };

        public Task<ChangeMarker> Marker(int limit)
        {
            Delay();
            return Task.FromResult(new ChangeMarker(++Asked, new([], More: false)));
        }

        public Task<ChangedParticipants> ChangedSince(long position, int limit) => throw new NotSupportedException();
    }
}
