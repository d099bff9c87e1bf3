using Burgernet.Actions;
using Burgernet.Cells;
using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using Burgernet.Grains.CallBacks;
using Burgernet.Grains.Coverage;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Dossier;
using Burgernet.Grains.Imports;
using Burgernet.Grains.Mail;
using Burgernet.Grains.Participants;
using Burgernet.Grains.Signups;
using Burgernet.Grains.Sms;
using Burgernet.Grains.Webhooks;
using Burgernet.Participants;
using Burgernet.Silo.Storage;
using Burgernet.Tests.Sealed;

namespace Burgernet.Tests.Unit.Storage;

/// <summary>The stores of one provider, on an empty database, with what tests of them need.</summary>
internal abstract class StoreBench : IAsyncDisposable
{
    public const string Dialer = "S127.0.0.1:1:1";
    public const string Carrier = "practice";

    public static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    public static readonly Actor Dispatcher = new("deventer", "d-17");

    private readonly Dictionary<(Guid, int), (long Sequence, byte[] Hash)> _heads = [];

    public abstract IActionStore Actions { get; }

    public abstract ILaneStore Lanes { get; }

    public abstract ICarrierStore Carriers { get; }
    public abstract ICallBackStore CallBacks { get; }

    public abstract IParticipantImport Participants { get; }

    public abstract IParticipantStore Register { get; }

    public abstract ISubscriptionStore Subscriptions { get; }

    public abstract IChangeLog Changes { get; }

    public abstract IKeyStore Keys { get; }

    public abstract IImportStore Imports { get; }

    public abstract ILetterStore Letters { get; }

    public abstract ITokenStore Tokens { get; }

    public abstract IBounceStore Bounces { get; }

    public abstract ICoverageStore Coverage { get; }

    public abstract IBorderStore Borders { get; }

    public abstract IRegisterStore Desk { get; }

    public abstract IAccessLog Accesses { get; }

    public abstract IWebhookStore Webhooks { get; }

    public abstract IReceiptStore Receipts { get; }

    public abstract IInboundSmsStore InboundSms { get; }

    public abstract IDossierStore Dossiers { get; }

    public static Guid Person(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    public static Guid Action(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 2]);

    public static string Phone(int number) => $"+319700{number:D6}";

    public static string NumberOf(GrantedClaim claim) => SealedPeople.Seal.Open(claim.ParticipantId, claim.Sealed).Phones[0].Value;

    public Task AddPeople(int count) => Participants.AddMany([.. Enumerable.Range(1, count).Select(Row)]);

    /// <summary>Somebody in one of three made-up cells of a made-up region.</summary>
    public static ParticipantRow Row(int number)
    {
        var language = number % 5 == 0 ? Language.English : Language.Dutch;
        var row = SealedPeople.Row(Person(number), Phone(number), new GeoPoint(52 + (number / 1_000.0), 6), At, language);
        return row with { Locations = [row.Locations[0] with { Cell = (ulong)(100 + (number % 3)), Region = 7 }] };
    }

    /// <summary>Runs a statement that both databases know. Parameters are <c>$1</c>, <c>$2</c> ….</summary>
    public abstract Task Sql(string sql, params object?[] values);

    /// <summary>Reads rows, in the database's own types.</summary>
    public abstract Task<List<object?[]>> Rows(string sql, params object?[] values);

    /// <summary>Reads one number.</summary>
    public abstract Task<long> Number(string sql);

    public abstract ValueTask DisposeAsync();

    protected static object?[] Values(System.Data.Common.DbDataReader row)
    {
        var values = new object[row.FieldCount];
        row.GetValues(values);
        return [.. values.Select(value => value is DBNull ? null : value)];
    }

    /// <summary>An action that is drafted and, where an epoch is given, started.</summary>
    public async Task<ActionState> NewAction(int number, int epoch = 1, int minute = 0)
    {
        var state = ActionState.From(Action(number), []);
        var draft = new DraftedData(
            ActionKind.MissingChild,
            "jas",
            $"i-{number}",
            true,
            Carrier,
            new AreaData(new PointData(52, 6), 500, null),
            new PointData(52, 6),
            []
        );
        state = await Append(state, ActionEventType.Drafted, draft, minute);
        return epoch == 0 ? state : await Append(state, ActionEventType.Started, new StartedData(epoch, 2, 1, 1, 1), minute);
    }

    public async Task<ActionState> Append<T>(ActionState state, string type, T data, int minute = 0)
    {
        var next = state.Next(type, ActionEventData.Write(data), Dispatcher, null, At.AddMinutes(minute));
        var after = state.With(next);
        Xunit.Assert.True(await Actions.Append(after.ToRow(), next, []));
        return after;
    }

    /// <summary>A step with its place in the lane's chain; the chain goes on when it is stored.</summary>
    public LaneWrite Step(int action = 1, int lane = 0, int entries = 1, DateTimeOffset? at = null)
    {
        var head = _heads.GetValueOrDefault((Action(action), lane), (0, HashChain.Origin));
        var chain = new LaneChain(head.Item1, head.Item2);
        for (var i = 0; i < entries; i++)
        {
            chain.Add(LaneLogType.Settled, at ?? At, new { Number = i });
        }

        return new LaneWrite
        {
            ActionId = Action(action),
            Lane = lane,
            Log = chain.Take(),
        };
    }

    public async Task<LaneWriteResult> Store(LaneWrite step)
    {
        var result = await Lanes.Write(step);
        if (result.Refused.Count == 0 && step.Log.Count > 0)
        {
            _heads[(step.ActionId, step.Lane)] = (step.Log[^1].Sequence, step.Log[^1].Hash);
        }

        return result;
    }

    public static DeliveryRow Delivery(int person, int band = 0, int message = 1) => new(Person(person), message, Language.Dutch, band, At);

    public static ClaimRow Claim(
        int person,
        Guid nonce,
        int attempt = 1,
        int epoch = 1,
        bool redial = false,
        string dialer = Dialer,
        int message = 1
    ) => new(Person(person), message, attempt, Carrier, dialer, nonce.ToString("N"), nonce, epoch, At, At.AddSeconds(93), redial);

    public static AttemptRow Ended(int person, int attempt, CallEnd end, int status, int message = 1) =>
        new(Person(person), message, attempt, At, null, At.AddSeconds(4), end, status, "", 0);
}
