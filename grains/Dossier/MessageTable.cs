using System.Security.Cryptography;
using Burgernet.Grains.Actions;
using Burgernet.Participants;

namespace Burgernet.Grains.Dossier;

/// <summary>What was played, held against the hashes that the action's events say of it. Pure.</summary>
internal static class MessageTable
{
    /// <summary>The events that record messages; they say so in the same words.</summary>
    private static readonly string[] Recording = [ActionEventType.Drafted, ActionEventType.MessageAdded, ActionEventType.Outcome];

    /// <summary>Looks.</summary>
    /// <param name="events">The action's own chain, unbroken.</param>
    /// <param name="rows">The stored recordings.</param>
    public static IEnumerable<DossierFault> Check(IEnumerable<IReadOnlyList<object?>> events, IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        var told = new Dictionary<(long Message, string Language), MessageData>();
        foreach (var recorded in events.Where(row => Recording.Contains((string)row[4]!)).Select(row => Read((string)row[5]!)))
        {
            foreach (var message in recorded.Messages ?? [])
            {
                told[(recorded.Message ?? 1, message.Language == Language.English ? "en" : "nl")] = message;
            }
        }

        foreach (var row in rows)
        {
            var key = ((long)row[0]!, (string)row[1]!);
            if (!told.Remove(key, out var message))
            {
                yield return Fault(DossierFaultKind.ExtraRow, key);
            }
            else if (
                message.DurationMilliseconds != (long)row[2]!
                || message.Sha256 != Convert.ToHexStringLower(SHA256.HashData((byte[])row[3]!))
            )
            {
                yield return Fault(DossierFaultKind.Column, key);
            }
        }

        foreach (var missing in told.Keys)
        {
            yield return Fault(DossierFaultKind.MissingRow, missing);
        }
    }

    private static DossierFault Fault(DossierFaultKind kind, (long Message, string Language) which) =>
        new(null, 0, kind, $"{DossierTable.Message.Name} {which.Message} {which.Language}");

    private static RecordedMessages Read(string data) => ActionEventData.Read<RecordedMessages>(data);

    /// <summary>What an event says of recordings.</summary>
    /// <param name="Message">The number of the message; absent in the first event, whose messages are number 1.</param>
    /// <param name="Messages">A recording in each language; absent where the event records none.</param>
    private sealed record RecordedMessages(int? Message, IReadOnlyList<MessageData>? Messages);
}
