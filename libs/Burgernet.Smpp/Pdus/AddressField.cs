namespace Burgernet.Smpp.Pdus;

/// <summary>An address in a PDU: type, plan and octets, which live in the PDU's bytes.</summary>
/// <param name="type">Type of number.</param>
/// <param name="plan">Numbering plan.</param>
/// <param name="digits">ASCII without the ending zero; at most 20, in data_sm and alert_notification 64.</param>
public readonly ref struct AddressField(TypeOfNumber type, NumberingPlan plan, ReadOnlySpan<byte> digits)
{
    /// <summary>Type of number.</summary>
    public TypeOfNumber Type { get; } = type;

    /// <summary>Numbering plan.</summary>
    public NumberingPlan Plan { get; } = plan;

    /// <summary>ASCII, without the ending zero.</summary>
    public ReadOnlySpan<byte> Digits { get; } = digits;

    /// <summary>A copy that outlives the PDU.</summary>
    public SmppAddress ToAddress() => new(Type, Plan, System.Text.Encoding.Latin1.GetString(Digits));
}
