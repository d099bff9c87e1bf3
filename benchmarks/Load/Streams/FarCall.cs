namespace Burgernet.Benchmarks.Load.Streams;

/// <summary>A call as the far side saw it.</summary>
/// <param name="index">How many came before it.</param>
/// <param name="sourcePort">Where the caller said that it sends from.</param>
/// <param name="port">Where it was told to send to.</param>
internal sealed class FarCall(int index, int sourcePort, int port)
{
    public int Index => index;

    public int SourcePort => sourcePort;

    public int Port => port;

    public bool IsAcknowledged { get; set; }

    /// <summary>BYE came.</summary>
    public bool IsOver { get; set; }

    /// <summary>Packets of audio up to the BYE.</summary>
    public long Packets { get; set; }
}
