using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Text;

/// <summary>One SMS of a text, ready for a submit_sm or deliver_sm.</summary>
/// <param name="EsmClass">Says whether a user data header stands before the text.</param>
/// <param name="DataCoding">How the text is to be read.</param>
/// <param name="ShortMessage">Header and text; empty where the text is in message_payload.</param>
/// <param name="Tlvs">Optional parameters: sar_… or message_payload.</param>
public sealed record MessageSegment(EsmClass EsmClass, DataCoding DataCoding, ReadOnlyMemory<byte> ShortMessage, ReadOnlyMemory<byte> Tlvs);
