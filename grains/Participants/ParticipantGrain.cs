using System.Text.Json;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Mail;
using Burgernet.Mail;
using Burgernet.Participants;
using Microsoft.Extensions.Logging;

namespace Burgernet.Grains.Participants;

/// <summary>Key: the participant's id. Nothing interleaves but reads with reads; every change reads the store first, so that it keeps nothing between calls.</summary>
[GrainType("participant")]
internal sealed partial class ParticipantGrain(
    IParticipantStore store,
    ParticipantRows rows,
    ProfilePolicy profiles,
    PersonalSeal seal,
    PhonePolicy phones,
    IMailPort mail,
    ISmsPort sms,
    ChangeTeller teller,
    RegisterInstruments instruments,
    TimeProvider time,
    ILogger<ParticipantGrain> logger
) : Grain, IParticipantGrain
{
    /// <summary>An import may write in between; more often than this it does not.</summary>
    private const int MostTries = 5;

    private const int LongestBy = 129;

    private Guid Id => this.GetPrimaryKey();

    public Task<ParticipantReply> Register(ParticipantOperation operation, Registration registration) =>
        Do(
            operation,
            "register",
            registration,
            (row, now) =>
            {
                if (row is not null)
                {
                    return new(row.ErasedAt is null ? ParticipantRefusalCode.AlreadyRegistered : ParticipantRefusalCode.Erased);
                }

                var refusals = new List<ParticipantRefusal>();
                var accepted = profiles.Check(registration, now, refusals);
                if (AskPolicy.WhyNot(registration, HasMobile(registration.Profile), mail.Available, sms.Available) is { } no)
                {
                    refusals.Add(no);
                }

                if (accepted is null || refusals.Count > 0)
                {
                    return new(refusals);
                }

                var created = rows.Create(Id, registration, accepted, now);
                return new(created) { Letters = AskPolicy.Letters(registration, created, mail.Available) };
            }
        );

    public Task<ParticipantReply> Confirm(ParticipantOperation operation, ConfirmationMethod method) =>
        Do(
            operation,
            "confirm",
            new { method },
            (row, now) =>
            {
                var decision = ParticipantPolicy.Confirm(row, method, now);
                return decision.Row is null ? decision : decision with { Letters = AskPolicy.Welcome(decision.Row, mail.Available) };
            }
        );

    public Task<ParticipantReply> Change(ParticipantOperation operation, ParticipantProfile profile, long? ifVersion) =>
        Do(
            operation,
            "change",
            new { profile, ifVersion },
            (row, now) =>
            {
                if (ParticipantPolicy.WhyNotChange(row, ifVersion) is { } no)
                {
                    return no;
                }

                var refusals = new List<ParticipantRefusal>();
                var accepted = profiles.Check(profile, now, refusals);
                return accepted is null ? new(refusals) : new(rows.Change(row!, accepted, now));
            }
        );

    public Task<ParticipantReply> Suspend(ParticipantOperation operation) => Do(operation, "suspend", "", ParticipantPolicy.Suspend);

    public Task<ParticipantReply> Resume(ParticipantOperation operation) => Do(operation, "resume", "", ParticipantPolicy.Resume);

    public Task<ParticipantReply> Leave(ParticipantOperation operation) => Do(operation, "leave", "", ParticipantPolicy.Leave);

    public Task<ParticipantReply> Unsubscribe(ParticipantOperation operation, MailList list) =>
        Do(operation, "unsubscribe", new { list }, (row, now) => ParticipantPolicy.Unsubscribe(row, list, now));

    public Task<ParticipantReply> Erase(ParticipantOperation operation) => Do(operation, "erase", "", ParticipantPolicy.Erase);

    public Task<ParticipantReply> Forget(ParticipantOperation operation) => Do(operation, "forget", "", ParticipantPolicy.Forget);

    public async Task<Participant?> Get() => rows.Settle(await store.Read(Id)) is { } row ? rows.Read(row) : null;

    private async Task<ParticipantReply> Do<T>(
        ParticipantOperation operation,
        string name,
        T request,
        Func<ParticipantRow?, DateTimeOffset, ParticipantDecision> decide
    )
    {
        var fingerprint = seal.Fingerprint(JsonSerializer.SerializeToUtf8Bytes(new { name, request }));
        for (var attempt = 1; ; attempt++)
        {
            var row = rows.Settle(await store.Read(Id));
            if (operation.Id == Guid.Empty || operation.By.Length is 0 or > LongestBy)
            {
                return Refused(name, row, [new(ParticipantRefusalCode.OperationReused)]);
            }

            if (row is not null && await store.FindOperation(Id, operation.Id) is { } done)
            {
                return done.Fingerprint == fingerprint
                    ? new ParticipantReply(done.Version, done.Status, [], Repeated: true)
                    : Refused(name, row, [new(ParticipantRefusalCode.OperationReused)]);
            }

            var now = HashChain.Now(time);
            var decision = decide(row, now);
            if (decision.Row is not { } next)
            {
                return Refused(name, row, decision.Refusals);
            }

            var change = new ParticipantChange(
                operation.Id,
                fingerprint,
                operation.Role,
                operation.By,
                now,
                ParticipantPolicy.CellsToTell(row, next)
            );
            var written = await store.Write(new ParticipantWrite(next, change) { Letters = decision.Letters });
            switch (written.Outcome)
            {
                case ParticipantWriteOutcome.Stored:
                    LogChanged(logger, Id, name, next.Version, next.Status);
                    instruments.Changed(name);
                    await Tell(new UntoldChange(written.Sequence, Id, next.Version, change.Cells));
                    return new ParticipantReply(next.Version, next.Status, []);
                case ParticipantWriteOutcome.PhoneTaken:
                    return Refused(name, row, Taken(next, written.Taken));
                case ParticipantWriteOutcome.VersionMoved when attempt < MostTries:
                    continue;
                default:
                    return Refused(name, row, [new(ParticipantRefusalCode.VersionChanged)]);
            }
        }
    }

    private bool HasMobile(ParticipantProfile profile) =>
        profile.Phones.Any(phone => phones.Check(phone.Value ?? "", out var accepted) is null && accepted.IsMobile);

    private ParticipantReply Refused(string name, ParticipantRow? row, IReadOnlyList<ParticipantRefusal> refusals)
    {
        LogRefused(logger, Id, name, refusals[0].Code, refusals.Count);
        instruments.Refused(name);
        return new ParticipantReply(row?.Version ?? 0, row?.Status ?? ParticipantStatus.Pending, refusals);
    }

    private IReadOnlyList<ParticipantRefusal> Taken(ParticipantRow row, IReadOnlyList<LookupHash> taken)
    {
        var own = seal.Open(Id, row.Sealed!).Phones;
        return
        [
            .. own.Select((phone, i) => (Hash: seal.Phone(phone.Value).Hash, Field: $"/phones/{i}"))
                .Where(phone => taken.Contains(phone.Hash))
                .Select(phone => new ParticipantRefusal(ParticipantRefusalCode.PhoneTaken, phone.Field)),
        ];
    }

    /// <summary>The change is durable: what is not told now, the relay tells.</summary>
    private async Task Tell(UntoldChange change)
    {
        try
        {
            var told = await teller.Tell([change]);
            if (told.Count > 0)
            {
                await store.MarkTold(told);
            }
        }
        catch (Exception exception) when (exception is OrleansException or TimeoutException)
        {
            LogUntold(logger, exception, Id, change.Version);
        }
    }
}
