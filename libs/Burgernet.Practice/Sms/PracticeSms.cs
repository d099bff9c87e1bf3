namespace Burgernet.Practice;

/// <summary>One SMS to a practice phone, put together from its segments.</summary>
/// <param name="Phone">The phone's number, E.164.</param>
/// <param name="Sender">Who it is from, as the phone shows it: E.164 with the plus sign, a short number or a name.</param>
/// <param name="Text">What it says; an ellipsis stands for a part that never came.</param>
/// <param name="Segments">Segments that came.</param>
/// <param name="TakenAt">When the SMSC had all of it.</param>
/// <param name="State">Where it is.</param>
/// <param name="EndedAt">When it got there; null while it waits.</param>
public sealed record PracticeSms(
    string Phone,
    string Sender,
    string Text,
    int Segments,
    DateTimeOffset TakenAt,
    PracticeSmsState State,
    DateTimeOffset? EndedAt
)
{
    /// <summary>Whom it is for, masked; not what it says.</summary>
    public override string ToString() => $"SMS to {Phone[..Math.Min(5, Phone.Length)]}…: {State}";
}
