using Burgernet.Grains.Participants;

namespace Burgernet.Benchmarks.Selection;

/// <summary>A change log that costs nothing, to tell what cells and their messages take by themselves.</summary>
internal sealed class NoChanges : IChangeLog
{
    private static readonly ChangedParticipants Nobody = new([], More: false);

    public Task<ChangeMarker> Marker(int limit) => Task.FromResult(new ChangeMarker(0, Nobody));

    public Task<ChangedParticipants> ChangedSince(long position, int limit) => Task.FromResult(Nobody);
}
