using System.Diagnostics.Metrics;
using System.Text.Json;

namespace Burgernet.Grains.Mail;

/// <summary>What the outbox measures (meter <c>Burgernet.Mail</c>). Labels: the kind of letter and what became of it; never a person or an address.</summary>
public sealed class MailInstruments
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Burgernet.Mail";

    private readonly Counter<long> _letters;
    private readonly Counter<long> _unreachable;
    private readonly Counter<long> _bounces;

    /// <summary>Makes the instruments.</summary>
    public MailInstruments(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(MeterName);
        _letters = meter.CreateCounter<long>("burgernet.mail.letters", "{letter}", "Attempts to send a letter, by kind and outcome");
        _unreachable = meter.CreateCounter<long>("burgernet.mail.unreachable", "{connection}", "Connections to the mail relay that failed");
        _bounces = meter.CreateCounter<long>("burgernet.mail.bounces", "{bounce}", "Mails that came back, by their weight for the address");
    }

    /// <summary>A letter was tried.</summary>
    public void Tried(LetterKind kind, MailOutcome outcome) =>
        _letters.Add(1, new("kind", Name(kind)), new KeyValuePair<string, object?>("outcome", Name(outcome)));

    /// <summary>Whoever carries mail on did not answer.</summary>
    public void Unreachable() => _unreachable.Add(1);

    /// <summary>A mail came back.</summary>
    internal void Bounced(BounceWeight weight) => _bounces.Add(1, new KeyValuePair<string, object?>("weight", Name(weight)));

    private static string Name<T>(T code)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString());
}
