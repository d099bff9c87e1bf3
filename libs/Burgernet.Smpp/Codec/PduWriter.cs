using System.Buffers.Binary;
using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Codec;

/// <summary>Writes a PDU, field after field, into room that the caller has. What does not fit its field or the room shows at <see cref="TryEnd"/>.</summary>
/// <param name="destination">Room.</param>
public ref struct PduWriter(Span<byte> destination)
{
    private readonly Span<byte> _destination = destination;
    private PduHeader _header;
    private int _count;
    private bool _isBroken;

    /// <summary>Writes a PDU that is a header and no more: enquire_link, unbind, generic_nack, and most responses to what failed.</summary>
    /// <param name="destination">At least sixteen octets.</param>
    /// <param name="command">What it is.</param>
    /// <param name="status">How the request ended; Ok in requests.</param>
    /// <param name="sequence">Its sequence number.</param>
    /// <returns>Octets written.</returns>
    public static int WriteHeader(Span<byte> destination, CommandId command, CommandStatus status, uint sequence)
    {
        new PduHeader(PduHeader.Size, command, status, sequence).Write(destination);
        return PduHeader.Size;
    }

    /// <summary>Begins a PDU.</summary>
    public void Begin(CommandId command, CommandStatus status, uint sequence)
    {
        _header = new PduHeader(0, command, status, sequence);
        _isBroken = _destination.Length < PduHeader.Size;
        _count = PduHeader.Size;
    }

    /// <summary>One octet.</summary>
    public void Octet(byte value)
    {
        if (HasRoom(1))
        {
            _destination[_count++] = value;
        }
    }

    /// <summary>Four octets, the highest first.</summary>
    public void Number(uint value)
    {
        if (HasRoom(sizeof(uint)))
        {
            BinaryPrimitives.WriteUInt32BigEndian(_destination[_count..], value);
            _count += sizeof(uint);
        }
    }

    /// <summary>Octets as they are.</summary>
    public void Octets(ReadOnlySpan<byte> value)
    {
        if (HasRoom(value.Length))
        {
            value.CopyTo(_destination[_count..]);
            _count += value.Length;
        }
    }

    /// <summary>§3.1, C-Octet String.</summary>
    /// <param name="value">ASCII, without the ending zero.</param>
    /// <param name="size">Most octets, the zero included.</param>
    public void Text(ReadOnlySpan<byte> value, int size)
    {
        _isBroken |= value.Length >= size || value.Contains((byte)0);
        Octets(value);
        Octet(0);
    }

    /// <summary>Type, plan and digits.</summary>
    public void Address(AddressField value, int size)
    {
        Octet((byte)value.Type);
        Octet((byte)value.Plan);
        Text(value.Digits, size);
    }

    /// <summary>sm_length and short_message: at most 254 octets.</summary>
    public void ShortMessage(ReadOnlySpan<byte> value)
    {
        _isBroken |= value.Length > FieldSizes.ShortMessage;
        Octet((byte)value.Length);
        Octets(value);
    }

    /// <summary>Optional parameters as they are.</summary>
    public void Tlvs(TlvList value) => Octets(value.Octets);

    /// <summary>Ends the PDU.</summary>
    /// <param name="written">Octets of the whole PDU.</param>
    /// <returns>False where the room was too small or a value too long for its field: nothing of it may be sent.</returns>
    public readonly bool TryEnd(out int written)
    {
        written = _isBroken ? 0 : _count;
        if (!_isBroken)
        {
            (_header with { Length = (uint)_count }).Write(_destination);
        }

        return !_isBroken;
    }

    private bool HasRoom(int count)
    {
        _isBroken |= _count + count > _destination.Length;
        return !_isBroken;
    }
}
