namespace Burgernet.Benchmarks.Sms;

/// <summary>How clients are compared.</summary>
/// <param name="Seconds">How long each is measured.</param>
/// <param name="Warm">Seconds before.</param>
/// <param name="Together">Whether the SMSC sends the answers to what it read at once in one write.</param>
/// <param name="Processes">Of how many processes the SMSC is.</param>
internal sealed record WindowPlan(int Seconds, int Warm, bool Together, int Processes)
{
    /// <summary>The section of its report.</summary>
    public string Section => "window" + (Together ? "-together" : "") + (Processes > 1 ? "-processes" : "");

    /// <summary>What its SMSC does otherwise than the plainest one.</summary>
    public string Described =>
        (Together ? ", where the SMSC writes its answers together" : "")
        + (Processes > 1 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $", against {Processes} processes of it") : "");
}
