using Burgernet.Actions;
using Burgernet.Kinds;
using Burgernet.Participants;

namespace Burgernet.Tests.Api.Hosting;

/// <summary>Two kinds: one with quiet hours that nothing overrides, one without any.</summary>
internal sealed class FakeKindsGrain : Grain, IKindsGrain
{
    public Task<IReadOnlyList<KindPolicy>> List() =>
        Task.FromResult<IReadOnlyList<KindPolicy>>([
            Policy(ActionKind.Prevention) with
            {
                QuietHours = QuietHours.Parse("21:00-09:00"),
                Urgency = Urgency.Low,
                QuietHoursMayBeOverridden = false,
            },
            Policy(ActionKind.MissingChild),
        ]);

    private static KindPolicy Policy(ActionKind kind) =>
        new()
        {
            Kind = kind,
            Urgency = Urgency.Urgent,
            QuietHours = null,
            QuietHoursMayBeOverridden = true,
            LargestAreaSquareKilometres = 12.5,
            ConfirmAbove = 2_000,
            Tariff = new Tariff(0.01m, 0.02m),
            Scripts =
            [
                new KindScript(Language.Dutch, "Dit is een oproep.", "Bel {number}."),
                new KindScript(Language.English, "A call.", "Call {number}."),
            ],
            Version = "ab12",
            RetryAfter = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3)],
            Deadline = TimeSpan.FromHours(2),
        };
}
