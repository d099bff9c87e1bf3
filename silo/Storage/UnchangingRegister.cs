using Burgernet.Grains.Participants;

namespace Burgernet.Silo.Storage;

/// <summary>The change log of a register that is filled before the node starts and does not change while it runs.</summary>
internal sealed class UnchangingRegister : IChangeLog
{
    private static readonly ChangedParticipants Nobody = new([], More: false);

    public Task<ChangeMarker> Marker(int limit) => Task.FromResult(new ChangeMarker(0, Nobody));

    public Task<ChangedParticipants> ChangedSince(long position, int limit) => Task.FromResult(Nobody);
}
