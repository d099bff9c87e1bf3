namespace Burgernet.Smpp.Text;

/// <summary>How a text that one SMS does not hold is told to the SMSC.</summary>
public enum SegmentMethod
{
    /// <summary>A user data header with a reference of 8 bits (TS 23.040 §9.2.3.24.1): every handset knows it.</summary>
    Header8,

    /// <summary>A user data header with a reference of 16 bits (§9.2.3.24.8): one septet less in each segment.</summary>
    Header16,

    /// <summary>SMPP's sar_… parameters: the SMSC makes the header, so that room for its largest is left.</summary>
    Sar,

    /// <summary>The whole text in message_payload: the SMSC cuts it.</summary>
    Payload,
}
