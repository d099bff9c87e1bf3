using Burgernet.Grains.Participants;

namespace Burgernet.Grains.Cells;

/// <summary>A marker in the change log that was taken a moment ago, so that a search need not ask for one before it may read its first cell. For any thread.</summary>
/// <remarks>
/// Any marker taken before the first cell is read will do: whoever changed since then is looked at again, and so is who was untold then. An older one only names more people.
/// Somebody calls <see cref="Refresh"/> now and then; a search that finds none young enough takes its own.
/// </remarks>
/// <param name="changes">The change log.</param>
/// <param name="time">The clock.</param>
internal sealed class RecentMarker(IChangeLog changes, TimeProvider time)
{
    private volatile Taken? _last;

    /// <summary>An older marker is not used. Default 2 s: a database that was replaced by its copy meanwhile takes longer than that to answer again.</summary>
    public TimeSpan MostAge { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often to call <see cref="Refresh"/>. Default 500 ms: one small query, and a search looks again at whoever changed in that time.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Names up to so many people; more than that are not looked at one by one. Default 2,000.</summary>
    public int MostNamed { get; init; } = 2_000;

    /// <summary>The last marker where it is young enough, or a new one.</summary>
    /// <exception cref="Actions.StoreUnavailableException">There is none, and the log does not answer.</exception>
    public ValueTask<ChangeMarker> Take() =>
        _last is { } last && time.GetElapsedTime(last.At) < MostAge
            ? ValueTask.FromResult(last.Marker)
            : new ValueTask<ChangeMarker>(Refresh());

    /// <summary>Takes a new marker.</summary>
    /// <exception cref="Actions.StoreUnavailableException">The log does not answer.</exception>
    public async Task<ChangeMarker> Refresh()
    {
        // Its age counts from before the question: it is of no later instant than the answer.
        var at = time.GetTimestamp();
        var marker = await changes.Marker(MostNamed);
        _last = new Taken(marker, at);
        return marker;
    }

    private sealed record Taken(ChangeMarker Marker, long At);
}
