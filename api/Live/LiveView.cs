using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Burgernet.Actions;
using Microsoft.AspNetCore.Http;

namespace Burgernet.Api.Live;

/// <summary>
/// What one who watches is sent. Entries are read from the action, each page when the one before was handed on, from the last that was sent:
/// none is missed and none comes twice, whatever hints do. Progress is the last that is known; what nobody waited for is never sent.
/// </summary>
/// <param name="read">Reads what was recorded after a sequence; null where it cannot be read now.</param>
/// <param name="watch">Knows when to look.</param>
/// <param name="parts">Pauses and the clock.</param>
/// <param name="json">How contents are written.</param>
/// <param name="response">Where the lines go that are no events.</param>
/// <param name="stopping">The process stops.</param>
internal sealed class LiveView(
    Func<long, Task<FollowReply?>> read,
    LiveWatch watch,
    LiveParts parts,
    JsonSerializerOptions json,
    HttpResponse response,
    CancellationToken stopping
)
{
    /// <summary>Entries that are read at a time.</summary>
    public const int Page = 100;

    /// <summary>A comment (WHATWG HTML §9.2.5): keeps proxies from closing what is silent, and shows who has left.</summary>
    private const string Heartbeat = ": still here\n\n";

    /// <summary>Answers come between hints, so that both together may be more than anybody can read.</summary>
    private static readonly TimeSpan BetweenProgress = TimeSpan.FromMilliseconds(250);

    private TimeSpan? _retry = parts.Options.LiveRetry;
    private long _wroteAt = parts.Time.GetTimestamp();

    private TimeSpan UntilHeartbeat => parts.Options.LiveHeartbeat - parts.Time.GetElapsedTime(_wroteAt);

    /// <summary>Everything from an entry on, until the action is over or the process stops.</summary>
    /// <param name="first">What was read already.</param>
    /// <param name="after">The last entry that they have.</param>
    /// <param name="cancellationToken">They left.</param>
    public async IAsyncEnumerable<SseItem<string>> Read(
        FollowReply first,
        long after,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var page = first;
        var stands = first.Action!;
        var told = "";
        long? toldAt = null;
        do
        {
            foreach (var entry in page?.Entries ?? [])
            {
                after = entry.Sequence;
                yield return Item("entry", LiveEntryJson.Of(entry), after);
            }

            stands = Newest(stands, watch.Latest);
            var behind = stands.Sequence > after;
            if (behind && page is not null)
            {
                // An activation that does not know of it yet has none: it is asked again, but not at once.
                page = await read(after) is { Entries.Count: > 0 } more ? more : null;
                stands = Newest(stands, page?.Action);
                continue;
            }

            var leaves = stopping.IsCancellationRequested || (!behind && stands.IsOver);
            var progress = JsonSerializer.Serialize(LiveProgressJson.Of(stands), json);
            var early = toldAt is { } at ? BetweenProgress - parts.Time.GetElapsedTime(at) : TimeSpan.Zero;
            if (!behind && progress != told && (early <= TimeSpan.Zero || leaves))
            {
                (told, toldAt) = (progress, parts.Time.GetTimestamp());
                yield return Item("progress", progress);
            }

            if (leaves)
            {
                var end = new LiveEndJson(stands.IsOver && !behind ? "archived" : "stopping");
                yield return Item("end", JsonSerializer.Serialize(end, json));
                yield break;
            }

            // What could not be read is tried again as often as the action is asked.
            var most =
                behind ? parts.Options.LivePoll
                : progress != told ? early
                : UntilHeartbeat;
            await Wait(most < UntilHeartbeat ? most : UntilHeartbeat, cancellationToken);
            page = new FollowReply(stands, []);
        } while (!cancellationToken.IsCancellationRequested);
    }

    /// <summary>The one that says more, or the same later.</summary>
    private static ActionPulse Newest(ActionPulse known, ActionPulse? other) =>
        other is not null && (other.Sequence, other.At).CompareTo((known.Sequence, known.At)) > 0 ? other : known;

    private SseItem<string> Item<T>(string type, T content, long id) =>
        Item(type, JsonSerializer.Serialize(content, json), id.ToString(CultureInfo.InvariantCulture));

    private SseItem<string> Item(string type, string content, string? id = null)
    {
        var item = new SseItem<string>(content, type) { EventId = id, ReconnectionInterval = _retry };
        _retry = null;
        _wroteAt = parts.Time.GetTimestamp();
        return item;
    }

    private async Task Wait(TimeSpan most, CancellationToken cancellationToken)
    {
        try
        {
            await watch.Wait(most > TimeSpan.Zero ? most : TimeSpan.Zero, cancellationToken);
            if (UntilHeartbeat <= TimeSpan.Zero)
            {
                // Nothing else writes meanwhile: the formatter waits for the next event.
                await response.WriteAsync(Heartbeat, cancellationToken);
                _wroteAt = parts.Time.GetTimestamp();
            }
        }
        catch (OperationCanceledException)
        {
            // They left.
        }
    }
}
