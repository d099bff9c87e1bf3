namespace Burgernet.Participants;

/// <summary>By what somebody may be reached at a location. Values are stored; never renumber.</summary>
[Flags]
[GenerateSerializer]
[Alias("burgernet.contact-channels")]
public enum ContactChannels
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>A spoken message by phone.</summary>
    Voice = 1,

    /// <summary>A text message to a mobile number.</summary>
    Sms = 2,

    /// <summary>E-mail.</summary>
    Email = 4,

    /// <summary>By everything.</summary>
    All = Voice | Sms | Email,
}
