using System.Text;
using Burgernet.Grains.Participants;

namespace Burgernet.Silo.Storage;

/// <summary>How the progress of putting locations into borders stands among the settings of the register: version, participant and a 1 when done, parted by spaces.</summary>
internal static class StoredProgress
{
    /// <summary>The name of the setting.</summary>
    public const string Name = "borders";

    public static byte[] Of(BorderProgress progress) =>
        Encoding.ASCII.GetBytes($"{progress.Version} {progress.After ?? Guid.Empty:D} {(progress.Done ? 1 : 0)}");

    public static BorderProgress Parse(byte[] bytes)
    {
        var parts = Encoding.ASCII.GetString(bytes).Split(' ');
        var after = Guid.ParseExact(parts[1], "D");
        return new BorderProgress(parts[0], after == Guid.Empty ? null : after, parts[2] == "1");
    }

    /// <summary>Leaves out the last participant of a full page: some of their locations may be on the next.</summary>
    public static IReadOnlyList<SettledLocation> Whole(List<SettledLocation> page, int limit) =>
        page.Count < limit ? page : [.. page.TakeWhile(location => location.ParticipantId != page[^1].ParticipantId)];
}
