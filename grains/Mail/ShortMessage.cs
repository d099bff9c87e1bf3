using Burgernet.Participants;

namespace Burgernet.Grains.Mail;

/// <summary>A text message to one phone.</summary>
/// <param name="To">E.164.</param>
/// <param name="Text">At most 160 characters of GSM 03.38.</param>
/// <param name="Date">When it was made.</param>
public sealed record ShortMessage(PersonalText To, PersonalText Text, DateTimeOffset Date)
{
    /// <summary>How long it is worth delivering. Default a day.</summary>
    public TimeSpan WorthFor { get; init; } = TimeSpan.FromDays(1);
}
