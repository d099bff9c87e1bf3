using Burgernet.Grains.Dialing;

namespace Burgernet.Silo.Mail;

/// <summary>What a relay's reply to a mail means (RFC 5321 §4.2, RFC 3463). Pure.</summary>
/// <param name="Code">The reply code, 200 to 599.</param>
/// <param name="Text">What came with it; an enhanced status code may stand at its beginning. Never logged: an address may stand in it.</param>
/// <param name="OfTheRecipient">Whether it answered RCPT TO.</param>
internal readonly record struct SmtpReply(int Code, string Text, bool OfTheRecipient)
{
    /// <summary>It is accepted.</summary>
    public const int Accepted = 250;

    /// <summary>There is no such mailbox.</summary>
    public const int NoMailbox = 550;

    private const int ShuttingDown = 421;
    private const int Final = 500;

    private static readonly TimeSpan RestAfterShutdown = TimeSpan.FromSeconds(5);

    /// <summary>What is told of a mail that was refused: 4xx may be tried again, 5xx is final.</summary>
    /// <param name="message">Which.</param>
    /// <param name="at">When.</param>
    public MessageNews Refusal(TextMessage message, DateTimeOffset at) =>
        new(
            message,
            MessageNewsKind.Refused,
            at,
            [],
            Code,
            ForGood: Code >= Final,
            NoSuchAddress: Code >= Final && OfTheRecipient && IsOfTheAddress,
            RetryAfter: Code == ShuttingDown ? RestAfterShutdown : default
        );

    /// <summary>5.1.x is about the address, and 5.2.1 says that its mailbox is closed; without such a code 550, 551 and 553 are.</summary>
    private bool IsOfTheAddress =>
        Text.StartsWith("5.1.", StringComparison.Ordinal)
        || Text.StartsWith("5.2.1", StringComparison.Ordinal)
        || (!Text.StartsWith("5.", StringComparison.Ordinal) && Code is NoMailbox or 551 or 553);
}
