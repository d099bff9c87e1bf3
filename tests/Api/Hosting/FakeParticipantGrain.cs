using Burgernet.Mail;
using Burgernet.Participants;

namespace Burgernet.Tests.Api.Hosting;

/// <summary>A participant that keeps what it is told, and refuses no name, no phone, and the phone <c>taken</c>.</summary>
[GrainType("tests.participant")]
internal sealed class FakeParticipantGrain : Grain, IParticipantGrain
{
    public static readonly DateTimeOffset Moment = new(2026, 3, 29, 1, 30, 0, TimeSpan.Zero);

    private readonly Dictionary<Guid, ParticipantReply> _done = [];
    private Participant? _participant;

    public Task<ParticipantReply> Register(ParticipantOperation operation, Registration registration) =>
        Do(
            operation,
            _participant is not null ? [new(ParticipantRefusalCode.AlreadyRegistered)] : WhyNot(registration.Profile),
            () =>
                new Participant
                {
                    Id = this.GetPrimaryKey(),
                    Version = 0,
                    Status = registration.ConfirmedBy == ConfirmationMethod.None ? ParticipantStatus.Pending : ParticipantStatus.Active,
                    Profile = registration.Profile,
                    Places = [new LocationPlace(1, 0x88196bb0a5fffff, 1, new BorderCodes("GM0150", "VR04"))],
                    Source = $"{registration.Source} {operation.Role} {operation.By}",
                    LegalBasis = registration.LegalBasis,
                    Consent = registration.Consent,
                    CreatedAt = Moment,
                    ChangedAt = Moment,
                }
        );

    public Task<ParticipantReply> Confirm(ParticipantOperation operation, ConfirmationMethod method) =>
        Do(
            operation,
            Missing(ParticipantStatus.Pending, ParticipantRefusalCode.NotPending),
            () => _participant! with { Status = ParticipantStatus.Active, Confirmation = new Confirmation(method, Moment) }
        );

    public Task<ParticipantReply> Change(ParticipantOperation operation, ParticipantProfile profile, long? ifVersion) =>
        Do(
            operation,
            _participant is null ? [new(ParticipantRefusalCode.Unknown)]
                : ifVersion is { } version && version != _participant.Version ? [new(ParticipantRefusalCode.VersionChanged)]
                : WhyNot(profile),
            () => _participant! with { Profile = profile }
        );

    public Task<ParticipantReply> Unsubscribe(ParticipantOperation operation, MailList list) =>
        Do(
            operation,
            _participant is null ? [new(ParticipantRefusalCode.Unknown)] : [],
            () => _participant! with { Profile = _participant!.Profile! with { WantsArticles = false } }
        );

    public Task<ParticipantReply> Suspend(ParticipantOperation operation) =>
        Do(
            operation,
            Missing(ParticipantStatus.Active, ParticipantRefusalCode.NotActive),
            () => _participant! with { Status = ParticipantStatus.Suspended }
        );

    public Task<ParticipantReply> Resume(ParticipantOperation operation) =>
        Do(
            operation,
            Missing(ParticipantStatus.Suspended, ParticipantRefusalCode.NotSuspended),
            () => _participant! with { Status = ParticipantStatus.Active }
        );

    public Task<ParticipantReply> Leave(ParticipantOperation operation) =>
        Do(operation, Missing(), () => _participant! with { Status = ParticipantStatus.Left, LeftAt = Moment });

    public Task<ParticipantReply> Erase(ParticipantOperation operation) =>
        Do(
            operation,
            Missing(),
            () => _participant! with { Status = ParticipantStatus.Left, Profile = null, Places = [], ErasedAt = Moment }
        );

    public Task<ParticipantReply> Forget(ParticipantOperation operation) => Erase(operation);

    public Task<Participant?> Get() => Task.FromResult(_participant);

    private ParticipantRefusal[] Missing() => _participant is null ? [new(ParticipantRefusalCode.Unknown)] : [];

    private ParticipantRefusal[] Missing(ParticipantStatus status, ParticipantRefusalCode otherwise) =>
        _participant is not null && _participant.Status != status ? [new(otherwise)] : Missing();

    private static ParticipantRefusal[] WhyNot(ParticipantProfile profile)
    {
        if (profile.Phones.Any(phone => phone.Value == "taken"))
        {
            return [new(ParticipantRefusalCode.PhoneTaken, "/phones/0")];
        }

        var refusals = new List<ParticipantRefusal>();
        if (profile.Name.Value.Length == 0)
        {
            refusals.Add(new(ParticipantRefusalCode.NameMissing, "/name"));
        }

        if (profile.Phones.Count == 0)
        {
            refusals.Add(new(ParticipantRefusalCode.PhoneMissing, "/phones"));
        }

        if (!Enum.IsDefined(profile.Language))
        {
            refusals.Add(new(ParticipantRefusalCode.LanguageUnknown, "/language"));
        }

        return [.. refusals];
    }

    private Task<ParticipantReply> Do(ParticipantOperation operation, ParticipantRefusal[] refusals, Func<Participant> next)
    {
        if (_done.TryGetValue(operation.Id, out var before))
        {
            return Task.FromResult(before with { Repeated = true });
        }

        if (refusals.Length > 0)
        {
            return Task.FromResult(
                new ParticipantReply(_participant?.Version ?? 0, _participant?.Status ?? ParticipantStatus.Pending, refusals)
            );
        }

        _participant = next();
        _participant = _participant with { Version = _participant.Version + 1 };
        var reply = new ParticipantReply(_participant.Version, _participant.Status, []);
        _done.Add(operation.Id, reply);
        return Task.FromResult(reply);
    }
}
