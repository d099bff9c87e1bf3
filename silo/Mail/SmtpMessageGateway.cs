using System.Threading.Channels;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Mail;
using MailKit.Net.Smtp;
using MimeKit;

namespace Burgernet.Silo.Mail;

/// <summary>Mail about actions over SMTP to one relay, over several connections that stay open between mails.</summary>
/// <remarks>
/// At most once: a mail whose content may have reached the socket and that has no answer is unknown (RFC 5321 §4.5.4.1 would have it sent again), and never sent again from here. What broke off before
/// that did not go. The last look is after the recipient was accepted, right before DATA.
/// </remarks>
internal sealed partial class SmtpMessageGateway : IMessageGateway, IAsyncDisposable
{
    /// <summary>Relays close connections that are silent for minutes; one that was silent this long is not trusted any more.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(30);

    private readonly CarrierOptions _carrier;
    private readonly RelayOptions _relay;
    private readonly string _domain;
    private readonly ActionMailWriter _writer;
    private readonly MailComposer _composer;
    private readonly UndeliverableAddresses _undeliverable;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Channel<TextMessage> _waiting = Channel.CreateUnbounded<TextMessage>();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task[] _connections;
    private readonly Lock _lock = new();

    private int _disposed;
    private DateTimeOffset _restsUntil;
    private TimeSpan _rest = FirstRest;

    public SmtpMessageGateway(
        CarrierOptions carrier,
        RelayOptions relay,
        string domain,
        ActionMailWriter writer,
        MailComposer composer,
        UndeliverableAddresses undeliverable,
        TimeProvider time,
        ILogger<SmtpMessageGateway> logger
    )
    {
        (_carrier, _relay, _domain, _writer, _composer) = (carrier, relay, domain, writer, composer);
        (_undeliverable, _time, _logger) = (undeliverable, time, logger);
        _connections = [.. Enumerable.Range(0, relay.Connections).Select(_ => Task.Run(Work))];
    }

    public void Submit(TextMessage message)
    {
        if (!_waiting.Writer.TryWrite(message))
        {
            Tell(message, MessageNewsKind.NotSent);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        _waiting.Writer.TryComplete();
        await _stopping.CancelAsync();
        await Task.WhenAll(_connections);
        _stopping.Dispose();
    }

    private async Task Work()
    {
        RelayClient? client = null;
        await foreach (var message in _waiting.Reader.ReadAllAsync())
        {
            client = await Take(message, client);
        }

        client?.Dispose();
    }

    /// <summary>Submits one mail, and tells what became of it.</summary>
    /// <returns>The connection, to be used again, or null where it is gone.</returns>
    private async Task<RelayClient?> Take(TextMessage message, RelayClient? client)
    {
        try
        {
            // Practice and live never meet, whoever is wrong.
            if (message.Practice != _carrier.Practice || !message.MayStart(_time))
            {
                Tell(message, MessageNewsKind.Withheld);
                return client;
            }

            if (_undeliverable.Contains(message.Order.Number))
            {
                // Nothing goes there: whoever writes to addresses that bounce is soon taken for somebody who sends what nobody asked for.
                message.News.TryWrite(News(message, MessageNewsKind.Refused) with { ForGood = true, NoSuchAddress = true });
                return client;
            }

            if (client is not null && (!client.IsConnected || _time.GetElapsedTime(client.UsedAt) > LongestSilence))
            {
                client.Dispose();
                client = null;
            }

            var reused = client is not null;
            client ??= await Connect(message);
            if (client is null)
            {
                return null;
            }

            var news = await Send(message, client);
            if (news.Kind == MessageNewsKind.NotSent && reused)
            {
                // The relay had closed it meanwhile, and nothing went: once more on a new one, if it still may.
                client.Dispose();
                client = await Connect(message);
                if (client is null)
                {
                    return null;
                }

                news = await Send(message, client);
            }

            message.News.TryWrite(news);
            if (client.IsConnected)
            {
                client.UsedAt = _time.GetTimestamp();
                return client;
            }

            client.Dispose();
            return null;
        }
        catch (Exception exception)
        {
            // Whatever it is, the delivery must hear of it, once; and the other mails go on.
            LogFailed(_logger, exception, _carrier.Name);
            Tell(message, client is { ContentSent: true } ? MessageNewsKind.Unknown : MessageNewsKind.NotSent);
            client?.Dispose();
            return null;
        }
    }

    /// <summary>Connects; where that fails, tells so, and for a while does not try again.</summary>
    private async Task<RelayClient?> Connect(TextMessage message)
    {
        if (Resting() is { } rest)
        {
            Tell(message, MessageNewsKind.NotSent, rest);
            return null;
        }

        using var limit = new CancellationTokenSource(_relay.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stopping.Token);
        var client = new RelayClient { LocalDomain = _domain };
        try
        {
            await RelayConnection.Open(client, _relay, either.Token);
            lock (_lock)
            {
                _rest = FirstRest;
            }

            return client;
        }
        catch (Exception exception) when (SmtpMailPort.IsOfTheRelay(exception))
        {
            client.Dispose();
            LogUnreachable(_logger, _carrier.Name, SmtpMailPort.Reason(exception));
            Tell(message, MessageNewsKind.NotSent, Rest());
            return null;
        }
    }

    private TimeSpan? Resting()
    {
        lock (_lock)
        {
            var left = _restsUntil - _time.GetUtcNow();
            return left > TimeSpan.Zero ? left : null;
        }
    }

    private TimeSpan Rest()
    {
        lock (_lock)
        {
            var rest = _rest;
            _restsUntil = _time.GetUtcNow() + rest;
            _rest = rest * 2 < LongestRest ? rest * 2 : LongestRest;
            return rest;
        }
    }

    private async Task<MessageNews> Send(TextMessage message, RelayClient client)
    {
        using var limit = new CancellationTokenSource(_carrier.AnswerLimit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stopping.Token);
        var letter = _writer.Write(message, _time.GetUtcNow());
        using var mail = _composer.Compose(letter);
        client.Begin();
        client.LastLook = () => message.MayStart(_time);
        try
        {
            await client.SendAsync(mail, _composer.Sender(letter), [new MailboxAddress("", message.Order.Number)], either.Token, client);
            return News(message, MessageNewsKind.Accepted) with { Ids = [letter.BounceToken], Status = SmtpReply.Accepted };
        }
        catch (Exception exception) when (client.Withheld && SmtpMailPort.IsOfTheRelay(exception))
        {
            return News(message, MessageNewsKind.Withheld);
        }
        catch (SmtpCommandException exception) when (client.Refusal is null)
        {
            LogRefused(_logger, _carrier.Name, message.Order.ParticipantId, SmtpMailPort.Reason(exception));
            return new SmtpReply((int)exception.StatusCode, exception.Message, OfTheRecipient: false).Refusal(message, _time.GetUtcNow());
        }
        catch (Exception exception) when (SmtpMailPort.IsOfTheRelay(exception))
        {
            LogRefused(_logger, _carrier.Name, message.Order.ParticipantId, SmtpMailPort.Reason(exception));
            return client.Refusal is { } refusal ? refusal.Refusal(message, _time.GetUtcNow())
                // The name is ours: a bounce that comes later tells what nobody knows now.
                : client.ContentSent ? News(message, MessageNewsKind.Unknown) with { Ids = [letter.BounceToken] }
                : News(message, MessageNewsKind.NotSent);
        }
    }

    private MessageNews News(TextMessage message, MessageNewsKind kind) => new(message, kind, _time.GetUtcNow(), []);

    private void Tell(TextMessage message, MessageNewsKind kind, TimeSpan retryAfter = default) =>
        message.News.TryWrite(News(message, kind) with { RetryAfter = retryAfter });

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail relay {Carrier} cannot be used: {Reason}")]
    private static partial void LogUnreachable(ILogger logger, string carrier, string reason);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Mail relay {Carrier} did not take the mail to participant {ParticipantId}: {Reason}"
    )]
    private static partial void LogRefused(ILogger logger, string carrier, Guid participantId, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A mail by relay {Carrier} failed in a way that nobody foresaw")]
    private static partial void LogFailed(ILogger logger, Exception exception, string carrier);
}
