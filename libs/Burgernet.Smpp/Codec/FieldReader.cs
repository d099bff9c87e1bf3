using System.Buffers.Binary;
using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Codec;

/// <summary>Takes field after field off a PDU's body. Once something is wrong it gives zeros and keeps the first fault: whoever reads asks at the end.</summary>
internal ref struct FieldReader(ReadOnlySpan<byte> body)
{
    private ReadOnlySpan<byte> _rest = body;

    /// <summary>What was wrong first.</summary>
    public PduFault Fault { get; private set; }

    /// <summary>Whether nothing is left.</summary>
    public readonly bool IsAtEnd => _rest.IsEmpty;

    public byte Octet()
    {
        if (_rest.IsEmpty)
        {
            Fail(PduFault.Truncated);
            return 0;
        }

        var value = _rest[0];
        _rest = _rest[1..];
        return value;
    }

    public uint Number()
    {
        var bytes = Octets(sizeof(uint));
        return bytes.IsEmpty ? 0 : BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }

    public ReadOnlySpan<byte> Octets(int count)
    {
        if (_rest.Length < count)
        {
            Fail(PduFault.Truncated);
            return default;
        }

        var value = _rest[..count];
        _rest = _rest[count..];
        return value;
    }

    /// <summary>§3.1, C-Octet String: ASCII that ends with a zero.</summary>
    /// <param name="size">Most octets, the zero included, as the specification's tables give it.</param>
    public ReadOnlySpan<byte> Text(int size)
    {
        var end = _rest[..Math.Min(size, _rest.Length)].IndexOf((byte)0);
        if (end < 0)
        {
            Fail(_rest.Length < size ? PduFault.Truncated : PduFault.StringTooLong);
            return default;
        }

        var value = _rest[..end];
        _rest = _rest[(end + 1)..];
        return value;
    }

    /// <summary>Type, plan and digits.</summary>
    public AddressField Address(int size) => new((TypeOfNumber)Octet(), (NumberingPlan)Octet(), Text(size));

    /// <summary>§4.4.1: sm_length and as many octets.</summary>
    public ReadOnlySpan<byte> ShortMessage()
    {
        var length = Octet();
        if (length > FieldSizes.ShortMessage)
        {
            Fail(PduFault.MessageTooLong);
            return default;
        }

        return Octets(length);
    }

    /// <summary>All that is left, as optional parameters.</summary>
    public TlvList Tlvs()
    {
        var tlvs = new TlvList(_rest);
        if (!tlvs.IsWhole)
        {
            Fail(PduFault.TlvTruncated);
            return default;
        }

        _rest = default;
        return tlvs;
    }

    /// <summary>What lies between here and where another reader of the same body has got to.</summary>
    public readonly ReadOnlySpan<byte> Until(FieldReader later) => _rest[..^later._rest.Length];

    /// <summary>Ends the reading of a PDU that has no optional part.</summary>
    public bool End(out PduFault fault)
    {
        if (!_rest.IsEmpty)
        {
            Fail(PduFault.Surplus);
        }

        fault = Fault;
        return fault == PduFault.None;
    }

    private void Fail(PduFault fault)
    {
        if (Fault == PduFault.None)
        {
            Fault = fault;
        }

        _rest = default;
    }
}
