namespace Burgernet.Grains.Participants;

/// <summary>A phone number that may be registered.</summary>
/// <param name="E164">In E.164 form with the plus sign. Never logged.</param>
/// <param name="IsMobile">Whether it can get text messages.</param>
/// <param name="IsPractice">Whether it rings on the practice carrier only.</param>
public readonly record struct AcceptedPhone(string E164, bool IsMobile, bool IsPractice)
{
    /// <inheritdoc/>
    public override string ToString() => Burgernet.Participants.PersonalText.Mask;
}
