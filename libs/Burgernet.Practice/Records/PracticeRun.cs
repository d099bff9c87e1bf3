using System.Globalization;

namespace Burgernet.Practice;

/// <summary>Names a run in the records of a practice carrier.</summary>
internal static class PracticeRun
{
    /// <summary>When it started, and in which process.</summary>
    public static string Name(TimeProvider time) =>
        $"{time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss.fff'Z'", CultureInfo.InvariantCulture)}-{Environment.ProcessId}";
}
