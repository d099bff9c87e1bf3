using System.Threading.Channels;
using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Mail;
using Burgernet.Grains.Signups;
using Burgernet.Participants;
using Burgernet.Silo.Mail;
using Burgernet.Silo.Mail.Dkim;
using Burgernet.TestKit;
using Burgernet.Tests.Sealed;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burgernet.Tests.Scenarios.Mail;

/// <summary>The gateway to a relay, and mails for it.</summary>
internal sealed class MailGatewayBench : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly Channel<MessageNews> _news = Channel.CreateUnbounded<MessageNews>();
    private readonly LogBook _log = new();
    private readonly SmtpMessageGateway _gateway;

    public MailGatewayBench(RelayOptions relay, TimeSpan? answerLimit = null)
    {
        Lines.Renew(long.MaxValue);
        Permit.Renew(0, long.MaxValue, epoch: 1);
        var mail = Options.Create(new MailOptions { From = "noreply@burgernet.example", BounceAddress = "bounces@burgernet.example" });
        _gateway = new SmtpMessageGateway(
            new CarrierOptions
            {
                Name = "relay",
                Medium = Medium.Email,
                Practice = true,
                AnswerLimit = answerLimit ?? Limit,
            },
            relay,
            mail.Value.Domain,
            new ActionMailWriter(
                new UnsubscribeTokens(SealedPeople.Seal, Options.Create(new SignupOptions())),
                new BounceTokens(SealedPeople.Seal)
            ),
            new MailComposer(mail, new DkimKeys(mail, TimeProvider.System)),
            Undeliverable,
            TimeProvider.System,
            LoggerFactory.Create(logging => logging.AddProvider(_log)).CreateLogger<SmtpMessageGateway>()
        );
    }

    /// <summary>What was logged.</summary>
    public string Log => _log.Text;

    /// <summary>The permission of the action, which a test may take back.</summary>
    public ActionPermit Permit { get; } = new();

    /// <summary>Addresses that nothing goes to.</summary>
    public UndeliverableAddresses Undeliverable { get; } = new(SealedPeople.Seal);

    private LinePermit Lines { get; } = new();

    /// <summary>A relay on this machine, without TLS.</summary>
    public static RelayOptions Plain(int port) =>
        new()
        {
            Host = "127.0.0.1",
            Port = port,
            Security = RelayOptions.Plain,
        };

    /// <summary>Submits a mail, as a dialer does.</summary>
    public void Submit(string to, bool practice = true) =>
        _gateway.Submit(
            new TextMessage
            {
                ActionId = Guid.NewGuid(),
                Lane = 0,
                Practice = practice,
                Epoch = 1,
                Permit = Permit,
                Lines = Lines,
                AskedAt = TimeProvider.System.GetTimestamp(),
                Medium = Medium.Email,
                Order = new CallOrder
                {
                    ParticipantId = Guid.NewGuid(),
                    Attempt = 1,
                    Number = to,
                    Language = Language.Dutch,
                    CallId = "",
                    Nonce = Guid.NewGuid(),
                    ClaimedAt = TimeProvider.System.GetUtcNow(),
                    Band = 0,
                    Message = 2,
                },
                Kind = MessageKind.Outcome,
                Text = "Lisa is veilig thuis.",
                Subject = "Lisa is gevonden",
                Segments = 1,
                Sender = "Burgernet Oost",
                Deadline = null,
                News = _news.Writer,
            }
        );

    /// <summary>What the next mail came to.</summary>
    public async Task<MessageNews> Next(CancellationToken cancellationToken) =>
        await _news.Reader.ReadAsync(cancellationToken).AsTask().WaitAsync(Limit, cancellationToken);

    /// <summary>Whether anything else was told.</summary>
    public bool HasMore => _news.Reader.TryPeek(out _);

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        _log.Dispose();
    }
}
