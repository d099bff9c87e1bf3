using Burgernet.Smpp.Pdus;

namespace Burgernet.Practice;

/// <summary>Addresses of SMPP and what people call them.</summary>
internal static class PracticeSmsAddress
{
    /// <summary>The number of a destination, E.164 with the plus sign; with or without it, or with 00 before it, it is the same number.</summary>
    public static string Number(SmppAddress address) =>
        address.Digits.StartsWith('+') ? address.Digits
        : address.Type != TypeOfNumber.International && address.Digits.StartsWith("00", StringComparison.Ordinal)
            ? $"+{address.Digits[2..]}"
        : $"+{address.Digits}";

    /// <summary>A sender as a phone shows it.</summary>
    public static string Shown(SmppAddress address) =>
        address.Type == TypeOfNumber.International && !address.Digits.StartsWith('+') ? $"+{address.Digits}" : address.Digits;

    /// <summary>The address of somebody who is called so: a number with its country code, or a short one.</summary>
    public static SmppAddress Of(string called) =>
        called.StartsWith('+') ? SmppAddress.International(called) : new SmppAddress(TypeOfNumber.Unknown, NumberingPlan.Unknown, called);
}
