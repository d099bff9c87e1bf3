using System.Security.Cryptography;
using System.Text;
using Burgernet.Actions;
using Burgernet.Grains.Actions;
using Burgernet.Kinds;
using Burgernet.Participants;
using Microsoft.Extensions.Options;

namespace Burgernet.Grains.Kinds;

/// <summary>The kinds as they hold in this installation: settings over defaults. Read once, at start.</summary>
/// <param name="options">The settings, checked.</param>
internal sealed class KindCatalogue(IOptions<KindOptions> options)
{
    private readonly Lazy<KindPolicy[]> _kinds = new(() => [.. DefaultKinds.All.Select(kind => Of(kind, options.Value))]);

    /// <summary>Every kind, in a fixed order.</summary>
    public IReadOnlyList<KindPolicy> All => _kinds.Value;

    /// <summary>What holds for a kind.</summary>
    public KindPolicy Of(ActionKind kind) => Array.Find(_kinds.Value, policy => policy.Kind == kind)!;

    private static KindPolicy Of(DefaultKind kind, KindOptions options)
    {
        var set = options.Kinds.TryGetValue(KindNames.Of(kind.Kind), out var settings) ? settings : new KindSettings();
        var policy = new KindPolicy
        {
            Kind = kind.Kind,
            Urgency = set.Urgency is not null && KindNames.TryUrgency(set.Urgency, out var urgency) ? urgency : UrgencyPolicy.Of(kind.Kind),
            QuietHours = QuietHours.Parse(set.QuietHours ?? kind.QuietHours),
            QuietHoursMayBeOverridden = set.QuietHoursMayBeOverridden ?? kind.MayBeOverridden,
            RetryAfter = KindTimes.Retries(set.RetryAfter ?? kind.RetryAfter) ?? [],
            Deadline = KindTimes.Deadline(set.Deadline ?? kind.Deadline),
            LargestAreaSquareKilometres = set.LargestAreaSquareKilometres ?? kind.LargestArea,
            ConfirmAbove = set.ConfirmAbove ?? kind.ConfirmAbove,
            Tariff = new Tariff(
                set.EuroPerAnswer ?? DefaultKinds.EuroPerAnswer,
                set.EuroPerMinute ?? DefaultKinds.EuroPerMinute,
                set.EuroPerSms ?? DefaultKinds.EuroPerSms
            ),
            Scripts =
            [
                new KindScript(
                    Language.Dutch,
                    set.OpeningDutch ?? DefaultKinds.OpeningDutch,
                    set.ClosingDutch ?? Closing(DefaultKinds.ClosingDutch, DefaultKinds.WarningDutch, kind)
                ),
                new KindScript(
                    Language.English,
                    set.OpeningEnglish ?? DefaultKinds.OpeningEnglish,
                    set.ClosingEnglish ?? Closing(DefaultKinds.ClosingEnglish, DefaultKinds.WarningEnglish, kind)
                ),
            ],
            Version = "",
            Media = (set.Media is null ? null : MediaPolicy.Parse(set.Media)) ?? MediaPolicy.Deliverable,
        };
        return policy with { Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ActionEventData.Write(policy)))) };
    }

    private static string Closing(string closing, string warning, DefaultKind kind) => kind.Crime ? $"{closing} {warning}" : closing;
}
