namespace Burgernet.Grains.Mail;

/// <summary>What whoever carries mail on says.</summary>
public enum MailOutcome
{
    /// <summary>They have it, and answer for it (RFC 5321 §6.1).</summary>
    Accepted,

    /// <summary>Not now (4xx), or something is wrong here rather than with the address.</summary>
    NotNow,

    /// <summary>There is no such address, for good (5xx to RCPT TO).</summary>
    NoSuchAddress,

    /// <summary>The connection is gone, or silent: whether they have it is not known.</summary>
    Lost,
}
