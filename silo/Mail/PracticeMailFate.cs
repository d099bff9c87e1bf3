namespace Burgernet.Silo.Mail;

/// <summary>What becomes of mail to a practice mailbox: by seed and address, so the same each time.</summary>
internal enum PracticeMailFate
{
    /// <summary>It is taken.</summary>
    Taken,

    /// <summary>There is no such mailbox.</summary>
    NoMailbox,

    /// <summary>It is taken, and comes back.</summary>
    Full,

    /// <summary>Not at the first try.</summary>
    Later,
}
