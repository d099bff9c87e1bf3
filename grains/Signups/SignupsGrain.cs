using Burgernet.Grains.Actions;
using Burgernet.Grains.Mail;
using Burgernet.Grains.Participants;
using Burgernet.Mail;
using Burgernet.Participants;
using Burgernet.Signups;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace Burgernet.Grains.Signups;

/// <summary>Key: 0. Many of it at once: it keeps nothing, and every change is the participant's own.</summary>
[GrainType("signups")]
[StatelessWorker]
internal sealed partial class SignupsGrain(
    IParticipantStore participants,
    ILetterStore letters,
    ITokenStore tokens,
    SignupTokens secrets,
    UnsubscribeTokens links,
    PhonePolicy phones,
    PersonalSeal seal,
    IOptions<SignupOptions> options,
    TimeProvider time,
    ILogger<SignupsGrain> logger
) : Grain, ISignupsGrain
{
    /// <summary>Who changes something by a link or code.</summary>
    private const string Themselves = "participant";

    /// <summary>How many participants with the same phone or address are looked at: there are more only after many came and left.</summary>
    private const int MostLookedAt = 50;

    private static readonly TimeSpan NoticeNotWithin = TimeSpan.FromDays(1);

    public async Task<IReadOnlyList<ParticipantRefusal>> SignUp(Guid participantId, Guid operationId, Registration registration)
    {
        var operation = new ParticipantOperation(operationId, ChangeRole.Participant, Themselves);
        if (await TooManyWait(participantId, registration))
        {
            LogNotWritten(logger, participantId);
            return [];
        }

        var reply = await Participant(participantId).Register(operation, registration);
        if (IsTaken(reply) && await Replace(registration))
        {
            reply = await Participant(participantId).Register(operation, registration);
        }

        if (IsTaken(reply))
        {
            await TellHolders(registration);
            return [];
        }

        return reply.Refusals;
    }

    public async Task<TokenOutcome> Confirm(PersonalText token) =>
        await Find(token, TokenPurpose.ConfirmEmail) is { } found
            ? Outcome(await Participant(found.ParticipantId).Confirm(OperationOf(found.Hash), ConfirmationMethod.EmailToken))
            : TokenOutcome.Unknown;

    public async Task<TokenOutcome> ConfirmByCode(PersonalText phone, PersonalText code)
    {
        foreach (var row in await Holders(phone))
        {
            if (row.Status != ParticipantStatus.Pending || secrets.ReadCode(row.Id, code.Value) is not { } hash)
            {
                continue;
            }

            // A try is counted before it is looked at: who asks many times at once has no more of them.
            if ((await tokens.Try(row.Id, time.GetUtcNow(), options.Value.CodeTries)).Contains(hash))
            {
                return Outcome(await Participant(row.Id).Confirm(OperationOf(hash), ConfirmationMethod.SmsCode));
            }
        }

        return TokenOutcome.Unknown;
    }

    public async Task<TokenOutcome> Leave(PersonalText token)
    {
        if (await Find(token, TokenPurpose.Leave) is not { } found)
        {
            return TokenOutcome.Unknown;
        }

        // Never confirmed: nobody agreed to anything, so nothing is kept.
        var operation = OperationOf(found.Hash);
        var reply = await Participant(found.ParticipantId).Forget(operation);
        if (!reply.Done)
        {
            reply = await Participant(found.ParticipantId).Leave(operation);
        }

        return reply.Done || reply.Refusals is [{ Code: ParticipantRefusalCode.AlreadyLeft }] ? TokenOutcome.Done : TokenOutcome.Unknown;
    }

    public async Task<TokenOutcome> Unsubscribe(MailList list, PersonalText token)
    {
        if (links.Read(list, token.Value) is not { } id || await participants.Read(id) is not { } row)
        {
            return TokenOutcome.Unknown;
        }

        if (row.Status == ParticipantStatus.Left || !ParticipantPolicy.IsSubscribed(row, list))
        {
            // The same link again, or somebody who left since: they get no mail, and that is what they asked for.
            return TokenOutcome.Done;
        }

        // The link is the same for ever, so each click is an act of its own: whoever subscribed again can unsubscribe again.
        var reply = await Participant(id).Unsubscribe(new ParticipantOperation(Guid.NewGuid(), ChangeRole.Participant, Themselves), list);
        return reply.Done || reply.Refusals is [{ Code: ParticipantRefusalCode.AlreadyLeft or ParticipantRefusalCode.Erased }]
            ? TokenOutcome.Done
            : TokenOutcome.Unknown;
    }

    /// <summary>Keeps one mailbox from being filled by sign-ups with ever other phones.</summary>
    private async Task<bool> TooManyWait(Guid participantId, Registration registration)
    {
        if (registration.Profile.Email is not { } email)
        {
            return false;
        }

        var waiting = 0;
        foreach (var id in await participants.Find(seal.Email(email.Value), null, MostLookedAt))
        {
            if (id == participantId)
            {
                // The same sign-up, asked again.
                return false;
            }

            waiting += await participants.Read(id) is { Status: ParticipantStatus.Pending } ? 1 : 0;
        }

        return waiting >= options.Value.MostWaiting;
    }

    /// <summary>Erases sign-ups with the same phone that nobody confirmed, so that who made a mistake can try again.</summary>
    /// <returns>Whether there was one.</returns>
    private async Task<bool> Replace(Registration registration)
    {
        var replaced = false;
        foreach (var row in await AllHolders(registration))
        {
            if (
                row.Status == ParticipantStatus.Pending
                && await letters.AskedSince(row.Id) is { } since
                && since <= time.GetUtcNow() - options.Value.ReplaceAfter
            )
            {
                var operation = new ParticipantOperation(Guid.NewGuid(), ChangeRole.Node, "replaced");
                replaced |= (await Participant(row.Id).Forget(operation)).Done;
            }
        }

        return replaced;
    }

    /// <summary>Whoever takes part with one of the phones hears of it by mail; at most once a day.</summary>
    private async Task TellHolders(Registration registration)
    {
        foreach (var row in await AllHolders(registration))
        {
            if (row.Status is ParticipantStatus.Active or ParticipantStatus.Suspended)
            {
                var now = HashChain.Now(time);
                await letters.Add(row.Id, LetterKind.PhoneTaken, now, now - NoticeNotWithin);
            }
        }
    }

    private async Task<IReadOnlyList<ParticipantRow>> AllHolders(Registration registration)
    {
        var holders = new Dictionary<Guid, ParticipantRow>();
        foreach (var phone in registration.Profile.Phones)
        {
            foreach (var row in await Holders(phone))
            {
                holders[row.Id] = row;
            }
        }

        return [.. holders.Values];
    }

    /// <summary>Whoever has a phone and has not left: one, or nobody.</summary>
    private async Task<IReadOnlyList<ParticipantRow>> Holders(PersonalText phone)
    {
        if (phones.Check(phone.Value ?? "", out var accepted) is not null)
        {
            return [];
        }

        var rows = new List<ParticipantRow>();
        foreach (var id in await participants.Find(seal.Phone(accepted.E164), null, MostLookedAt))
        {
            if (await participants.Read(id) is { Status: not ParticipantStatus.Left } row)
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private async Task<StoredToken?> Find(PersonalText token, TokenPurpose purpose) =>
        secrets.Read(token.Value) is { } hash && await tokens.Find(hash, time.GetUtcNow()) is { } found && found.Purpose == purpose
            ? found
            : null;

    private static bool IsTaken(ParticipantReply reply) =>
        !reply.Done && reply.Refusals.All(refusal => refusal.Code == ParticipantRefusalCode.PhoneTaken);

    private static TokenOutcome Outcome(ParticipantReply reply) => reply.Done ? TokenOutcome.Done : TokenOutcome.Unknown;

    /// <summary>The same token is the same operation, however often it is sent.</summary>
    private static ParticipantOperation OperationOf(LookupHash hash) =>
        new(new Guid(hash.ToBytes(), bigEndian: true), ChangeRole.Participant, Themselves);

    private IParticipantGrain Participant(Guid id) => GrainFactory.GetGrain<IParticipantGrain>(id);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Sign-up {ParticipantId} was not taken in: too many with the same e-mail address wait to be confirmed"
    )]
    private static partial void LogNotWritten(ILogger logger, Guid participantId);
}
