namespace Burgernet.Grains.Sms;

/// <summary>Which segment of a long message this is (3GPP TS 23.040 §9.2.3.24.1 and §9.2.3.24.8, or the sar_ TLVs of SMPP 3.4 §5.3.2.22-24).</summary>
/// <param name="Reference">What all segments of the message have in common, 0 to 65535.</param>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Total">How many there are, 2 to 255.</param>
public sealed record InboundSmsPart(int Reference, int Number, int Total);
