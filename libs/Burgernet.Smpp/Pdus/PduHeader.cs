using System.Buffers.Binary;

namespace Burgernet.Smpp.Pdus;

/// <summary>The sixteen octets that every PDU begins with, SMPP 3.4 §3.2.</summary>
/// <param name="Length">Octets of the whole PDU, these included.</param>
/// <param name="Command">What it is.</param>
/// <param name="Status">How the request ended; 0 in requests.</param>
/// <param name="Sequence">What ties a response to its request: 1 to 0x7FFFFFFF.</param>
public readonly record struct PduHeader(uint Length, CommandId Command, CommandStatus Status, uint Sequence)
{
    /// <summary>Octets of a header.</summary>
    public const int Size = 16;

    /// <summary>Reads one.</summary>
    /// <param name="bytes">At least sixteen octets.</param>
    public static PduHeader Read(ReadOnlySpan<byte> bytes) =>
        new(
            BinaryPrimitives.ReadUInt32BigEndian(bytes),
            (CommandId)BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]),
            (CommandStatus)BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]),
            BinaryPrimitives.ReadUInt32BigEndian(bytes[12..])
        );

    /// <summary>Writes it.</summary>
    /// <param name="bytes">At least sixteen octets.</param>
    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt32BigEndian(bytes, Length);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[4..], (uint)Command);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[8..], (uint)Status);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[12..], Sequence);
    }
}
