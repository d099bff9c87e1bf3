using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace Burgernet.Silo.Mail;

/// <summary>An SMTP client that looks once more between RCPT TO and DATA, and knows how far a mail came. One mail at a time.</summary>
internal sealed class RelayClient : SmtpClient, ITransferProgress
{
    /// <summary>Asked when the recipient was accepted and nothing of the mail was sent; on no, it is not.</summary>
    public Func<bool> LastLook { get; set; } = () => true;

    /// <summary>Whether the last look said no.</summary>
    public bool Withheld { get; private set; }

    /// <summary>Whether something of the mail itself may have been sent: from then on, without an answer the relay may have it.</summary>
    public bool ContentSent { get; private set; }

    /// <summary>The reply that refused sender or recipient, or null. It stands also where the connection broke off right after it.</summary>
    public SmtpReply? Refusal { get; private set; }

    /// <summary>When it was used last, in the clock's monotonic ticks.</summary>
    public long UsedAt { get; set; }

    /// <summary>A new mail begins.</summary>
    public void Begin() => (Withheld, ContentSent, Refusal) = (false, false, null);

    /// <inheritdoc/>
    public void Report(long bytesTransferred, long totalSize) => ContentSent = true;

    /// <inheritdoc/>
    public void Report(long bytesTransferred) => ContentSent = true;

    /// <inheritdoc/>
    protected override void OnSenderNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
    {
        Refusal = new SmtpReply((int)response.StatusCode, response.Response, OfTheRecipient: false);
        base.OnSenderNotAccepted(message, mailbox, response);
    }

    /// <inheritdoc/>
    protected override void OnRecipientNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
    {
        Refusal = new SmtpReply((int)response.StatusCode, response.Response, OfTheRecipient: true);
        base.OnRecipientNotAccepted(message, mailbox, response);
    }

    /// <inheritdoc/>
    protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
    {
        base.OnRecipientAccepted(message, mailbox, response);
        if (!LastLook())
        {
            Withheld = true;

            // As a refusal, so that the connection is reset and goes on to be used.
            throw new SmtpCommandException(SmtpErrorCode.MessageNotAccepted, SmtpStatusCode.TransactionFailed, "Withheld");
        }
    }
}
