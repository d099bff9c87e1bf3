namespace Burgernet.Benchmarks.Sms;

/// <summary>One client at one window.</summary>
/// <param name="Client">Which.</param>
/// <param name="Window">Most submits without an answer.</param>
/// <param name="Submits">Acknowledged within the time.</param>
/// <param name="Failed">Not accepted.</param>
/// <param name="Time">How long.</param>
/// <param name="Cpu">Processor time of the client.</param>
/// <param name="SmscCpu">Processor time of the SMSC.</param>
/// <param name="Allocated">Bytes that the client allocated; null where that is not known.</param>
internal sealed record WindowRound(
    string Client,
    int Window,
    long Submits,
    long Failed,
    TimeSpan Time,
    TimeSpan Cpu,
    TimeSpan SmscCpu,
    long? Allocated
)
{
    public double Rate => Submits / Time.TotalSeconds;

    public double CpuMicroseconds => Cpu.TotalMicroseconds / Math.Max(1, Submits);

    /// <summary>Bytes for each PDU, submits and their responses.</summary>
    public double? BytesPerPdu => Allocated / (2.0 * Math.Max(1, Submits));
}
