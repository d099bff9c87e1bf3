namespace Burgernet.Smpp.Pdus;

/// <summary>Who an SMS is from or to.</summary>
/// <param name="Type">Type of number.</param>
/// <param name="Plan">Numbering plan.</param>
/// <param name="Digits">ASCII: a number without plus sign, or a name; at most 20 characters (data_sm: 64).</param>
public readonly record struct SmppAddress(TypeOfNumber Type, NumberingPlan Plan, string Digits)
{
    private const int Shown = 2;

    /// <summary>A number with its country code.</summary>
    /// <param name="number">E.164, with or without plus sign.</param>
    public static SmppAddress International(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return new(TypeOfNumber.International, NumberingPlan.Isdn, number.TrimStart('+'));
    }

    /// <summary>A name as sender; it cannot be answered.</summary>
    /// <param name="name">At most eleven characters of the GSM alphabet.</param>
    public static SmppAddress Alphanumeric(string name) => new(TypeOfNumber.Alphanumeric, NumberingPlan.Unknown, name);

    /// <summary>Masked but for the last two digits: an address must not get into logs by accident.</summary>
    public override string ToString() =>
        Digits is not { Length: > Shown } ? "**"
        : Type == TypeOfNumber.Alphanumeric ? Digits
        : string.Concat(new string('*', Digits.Length - Shown), Digits.AsSpan(Digits.Length - Shown));
}
