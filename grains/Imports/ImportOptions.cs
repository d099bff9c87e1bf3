using System.ComponentModel.DataAnnotations;

namespace Burgernet.Grains.Imports;

/// <summary>How the node imports (section <c>Burgernet:Imports</c>).</summary>
public sealed class ImportOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Burgernet:Imports";

    /// <summary>Most rows of a file. Default 2,000,000.</summary>
    [Range(1, 10_000_000)]
    public int MostRows { get; set; } = 2_000_000;

    /// <summary>Threads that read and seal rows. Default: half the cores, at least one; the rest is for calls.</summary>
    [Range(1, 64)]
    public int Workers { get; set; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>Rows that go into the register in one transaction. Default 2,000: nobody waits long for a phone number that an import has in its hands.</summary>
    [Range(1, 100_000)]
    public int ChunkRows { get; set; } = 2_000;

    /// <summary>How long an upload may be silent before it counts as broken. Default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan UploadPatience { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long imports and their reports are kept after they ended. Default 90 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan KeepReports { get; set; } = TimeSpan.FromDays(90);
}
