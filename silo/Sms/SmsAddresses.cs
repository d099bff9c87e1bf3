using Burgernet.Smpp.Pdus;

namespace Burgernet.Silo.Sms;

/// <summary>Senders and receivers as an SMS centre wants them.</summary>
internal static class SmsAddresses
{
    /// <summary>Who a text is from.</summary>
    /// <param name="sender">A name, a number with a plus sign, or a short number.</param>
    /// <param name="options">What the centre wants otherwise.</param>
    public static SmppAddress Sender(string sender, SmscOptions options)
    {
        var (type, plan) =
            sender.StartsWith('+') ? (TypeOfNumber.International, NumberingPlan.Isdn)
            : sender.All(char.IsAsciiDigit) ? (TypeOfNumber.Unknown, NumberingPlan.Unknown)
            : (TypeOfNumber.Alphanumeric, NumberingPlan.Unknown);
        return new SmppAddress(
            (TypeOfNumber?)options.SourceTon ?? type,
            (NumberingPlan?)options.SourceNpi ?? plan,
            type == TypeOfNumber.International ? sender[1..] : sender
        );
    }

    /// <summary>Whom a text is for.</summary>
    /// <param name="number">E.164, with the plus sign.</param>
    /// <param name="options">What the centre wants.</param>
    public static SmppAddress Receiver(string number, SmscOptions options) =>
        new((TypeOfNumber)options.DestinationTon, (NumberingPlan)options.DestinationNpi, number.TrimStart('+'));

    /// <summary>The E.164 number that an address of a receipt stands for, as we submitted it.</summary>
    public static string Number(SmppAddress address) =>
        address.Digits.Length == 0 || address.Digits.StartsWith('+') ? address.Digits : $"+{address.Digits}";
}
