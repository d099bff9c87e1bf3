using Burgernet.Practice;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Session;
using Burgernet.Smpp.Text;
using Burgernet.Tests.Unit.Smpp.Sessions;
using Microsoft.Extensions.Time.Testing;

namespace Burgernet.Tests.Unit.Practice.Sms;

/// <summary>A practice SMSC whose clock stands still unless it is moved, and an ESME bound to it.</summary>
internal sealed class SmscRig : IAsyncDisposable
{
    private SmscRig(PracticeSmsc smsc, FakeTimeProvider time) => (Smsc, Time) = (smsc, time);

    public PracticeSmsc Smsc { get; }

    public FakeTimeProvider Time { get; }

    public Desk Desk { get; } = new();

    public SmppClient Client { get; private set; } = null!;

    /// <summary>Receipts in the order in which they came.</summary>
    public IReadOnlyList<DeliveryReceipt> Receipts => [.. Desk.Texts.Where(IsReceipt).Select(DeliveryReceipt.Read)];

    /// <summary>What phones wrote.</summary>
    public IReadOnlyList<string> Replies => [.. Desk.Texts.Where(text => !IsReceipt(text))];

    public static async Task<SmscRig> Start(PracticeSmsBehaviour behaviour, Func<PracticeSmscOptions, PracticeSmscOptions>? change = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));
        var options = new PracticeSmscOptions
        {
            Mix = PracticeSmsMix.Only(behaviour),
            Delays = new PracticeSmsDelays { AnswerShortest = TimeSpan.Zero, AnswerLongest = TimeSpan.Zero },
            Receipts = new PracticeReceipts { Twice = 0, Early = 0 },
        };
        var rig = new SmscRig(PracticeSmsc.Start(change?.Invoke(options) ?? options, time), time);
        await rig.Bind();
        return rig;
    }

    public async Task Bind(BindMode mode = BindMode.Transceiver)
    {
        Client = SmppClient.Start(
            Rig.Options(Smsc.LocalEndPoint) with
            {
                Credentials = new SmppCredentials(Smsc.Options.SystemId, Smsc.Options.Password),
                Mode = mode,
            },
            Desk
        );
        await Client.WaitUntilBoundAsync().WaitAsync(Rig.Patience);
    }

    /// <summary>Sends a text; the results of its segments.</summary>
    public async Task<SubmitResult[]> Send(
        string text,
        int phone = 5678,
        SegmentOptions? segments = null,
        RegisteredDelivery receipts = RegisteredDelivery.Receipt,
        SmppTime validity = default
    )
    {
        var results = new List<SubmitResult>();
        foreach (var segment in MessageSegments.Cut(text, 7, segments))
        {
            var sms = new SubmitRequest(segment)
            {
                Source = new SmppAddress(TypeOfNumber.NetworkSpecific, NumberingPlan.Unknown, "1440"),
                Destination = SmppAddress.International(PracticeNumbers.Format(phone)),
                RegisteredDelivery = receipts,
                ValidityPeriod = validity,
            };
            results.Add(await Client.SubmitAsync(sms).AsTask().WaitAsync(Rig.Patience));
        }

        return [.. results];
    }

    public async Task<SubmitResult> SendOne(
        string text = "Kind vermist",
        int phone = 5678,
        RegisteredDelivery receipts = RegisteredDelivery.Receipt,
        SmppTime validity = default
    ) => (await Send(text, phone, null, receipts, validity)).Single();

    /// <summary>How long an SMS to a phone takes.</summary>
    public TimeSpan DelayOf(int phone) => PracticeSmsPhonePolicy.For(phone, Smsc.Options).DeliversAfter;

    public Task HasReceipts(int count) =>
        Rig.Eventually($"{count} receipts came", () => Receipts.Count == count, () => string.Join('\n', Desk.Texts));

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Smsc.DisposeAsync();
    }

    private static bool IsReceipt(string text) => text.StartsWith("id:", StringComparison.Ordinal);
}
