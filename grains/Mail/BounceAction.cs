namespace Burgernet.Grains.Mail;

/// <summary>What a mail system did with a letter (RFC 3464 §2.3.3).</summary>
public enum BounceAction
{
    /// <summary>It gave up.</summary>
    Failed,

    /// <summary>It goes on trying.</summary>
    Delayed,

    /// <summary>It lies in the mailbox.</summary>
    Delivered,
}
