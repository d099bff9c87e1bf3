using Burgernet.Grains.Actions;
using Burgernet.Grains.Participants;
using Burgernet.Grains.Signups;
using Burgernet.Participants;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burgernet.Grains.Mail;

/// <summary>Sends letters of the outbox that are due, and erases sign-ups that nobody confirmed.</summary>
/// <remarks>
/// A letter is taken before it is sent, and marked when it was acknowledged. A node that dies in between, or a connection that is lost before the
/// answer, leaves it taken: it is sent once more when it is due again, under the same Message-ID, and the tokens of both work. What is refused
/// for now is due again later; the page of letters is all that it holds in memory. It may run on several nodes at once.
/// </remarks>
public sealed partial class LetterRelay(
    ILetterStore letters,
    ITokenStore tokens,
    IParticipantStore participants,
    IGrainFactory grains,
    LetterComposer composer,
    IMailPort mail,
    ISmsPort sms,
    MailInstruments instruments,
    IOptions<SignupOptions> options,
    TimeProvider time,
    ILogger<LetterRelay> logger
)
{
    private const int Page = 100;

    /// <summary>Letters that say nothing any more are kept as long as somebody may ask whether they were sent.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterExpiry = TimeSpan.FromDays(1);

    private TimeSpan _pause = options.Value.RelayInterval;

    /// <summary>Goes through what is due once.</summary>
    /// <param name="cancellationToken">The node stops.</param>
    /// <returns>How long to wait before the next time: longer each time that nobody carries mail on.</returns>
    public async Task<TimeSpan> Sweep(CancellationToken cancellationToken)
    {
        var complete = false;
        try
        {
            complete = await SendDue(cancellationToken);
            await EraseUnconfirmed();
            await Tidy();
        }
        catch (Exception exception) when (exception is OrleansException or TimeoutException)
        {
            LogAway(logger, exception);
        }

        _pause = complete ? options.Value.RelayInterval : TimeSpan.FromTicks(Math.Min(_pause.Ticks * 2, LongestPause.Ticks));
        return _pause;
    }

    private async Task<bool> SendDue(CancellationToken cancellationToken)
    {
        IMailSession? session = null;
        try
        {
            while (await letters.ReadDue(time.GetUtcNow(), Page) is { Count: > 0 } page)
            {
                foreach (var letter in page)
                {
                    if (letter.Kind != LetterKind.ConfirmSms && session is null && mail.Available)
                    {
                        session = await mail.Open(cancellationToken);
                        if (session is null)
                        {
                            // Not taken: none of them has been tried.
                            instruments.Unreachable();
                            return false;
                        }
                    }

                    if (await Send(letter, session, cancellationToken) == MailOutcome.Lost)
                    {
                        return false;
                    }
                }
            }

            return true;
        }
        finally
        {
            if (session is not null)
            {
                await session.DisposeAsync();
            }
        }
    }

    /// <summary>Sends one letter, or puts it away.</summary>
    /// <returns>What became of it, or null where it was not tried.</returns>
    private async Task<MailOutcome?> Send(StoredLetter letter, IMailSession? session, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var row = await participants.Read(letter.ParticipantId);
        var composed = row is null || !LetterPolicy.IsWanted(letter.Kind, row.Status) ? null : composer.Compose(letter, row, now);
        var possible = letter.Kind == LetterKind.ConfirmSms ? sms.Available : session is not null;
        if (composed is null || !possible)
        {
            LogPutAway(logger, letter.Kind, letter.ParticipantId);
            await letters.GiveUp(letter.Id);
            return null;
        }

        if (!await letters.Take(letter, LetterPolicy.NextTry(letter, now), composed.Tokens))
        {
            return null;
        }

        var outcome = composed.Message is { } message
            ? await sms.Send(message, cancellationToken)
            : await session!.Send(composed.Mail!, cancellationToken);
        instruments.Tried(letter.Kind, outcome);
        LogTried(logger, letter.Kind, letter.ParticipantId, letter.Attempts + 1, outcome);
        switch (outcome)
        {
            case MailOutcome.Accepted:
                await letters.MarkSent(letter.Id, HashChain.Now(time));
                break;
            case MailOutcome.NoSuchAddress:
                await letters.GiveUp(letter.Id);
                break;
        }

        return outcome;
    }

    private async Task EraseUnconfirmed()
    {
        var before = time.GetUtcNow() - options.Value.TokenLifetime - AfterExpiry;
        while (await letters.ReadUnanswered(before, Page) is { Count: > 0 } page)
        {
            var erased = 0;
            foreach (var letter in page)
            {
                var reply = await grains
                    .GetGrain<IParticipantGrain>(letter.ParticipantId)
                    .Forget(new ParticipantOperation(letter.Id, ChangeRole.Node, "unconfirmed"));
                erased += reply.Done ? 1 : 0;
            }

            if (erased < Page)
            {
                // That was the last of them; who could not be erased now has a turn in the next sweep.
                return;
            }
        }
    }

    private async Task Tidy()
    {
        var now = time.GetUtcNow();
        while (await letters.Forget(now - Kept, Page) == Page)
        {
            // There may be more of them.
        }

        while (await tokens.ForgetExpired(now, Page) == Page)
        {
            // There may be more of them.
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Letter {Kind} to participant {ParticipantId}, attempt {Attempt}: {Outcome}")]
    private static partial void LogTried(ILogger logger, LetterKind kind, Guid participantId, int attempt, MailOutcome outcome);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Letter {Kind} to participant {ParticipantId} is not sent: they are no longer to get it, have no address for it, or nothing here sends it"
    )]
    private static partial void LogPutAway(ILogger logger, LetterKind kind, Guid participantId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letters cannot be read or marked; later again")]
    private static partial void LogAway(ILogger logger, Exception exception);
}
