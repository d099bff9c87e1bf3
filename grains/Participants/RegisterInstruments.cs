using System.Diagnostics.Metrics;

namespace Burgernet.Grains.Participants;

/// <summary>What the register measures (meter <c>Burgernet.Register</c>). Label: the kind of change; never a person, a cell or a phone.</summary>
public sealed class RegisterInstruments
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Burgernet.Register";

    private readonly Counter<long> _changed;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _relayed;
    private readonly Counter<long> _rewrapped;

    /// <summary>Makes the instruments.</summary>
    public RegisterInstruments(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(MeterName);
        _changed = meter.CreateCounter<long>("burgernet.register.changes", "{change}", "Changes stored, by kind");
        _refused = meter.CreateCounter<long>("burgernet.register.refusals", "{change}", "Changes refused, by kind");
        _relayed = meter.CreateCounter<long>("burgernet.register.relayed", "{change}", "Changes that the relay had to tell");
        _rewrapped = meter.CreateCounter<long>("burgernet.register.rewrapped", "{key}", "Participants' keys wrapped by a newer master key");
    }

    /// <summary>A change was stored.</summary>
    /// <param name="kind">What kind: register, confirm, change, suspend, resume, leave, erase.</param>
    public void Changed(string kind) => _changed.Add(1, new KeyValuePair<string, object?>("kind", kind));

    /// <summary>A change was refused.</summary>
    /// <param name="kind">What kind.</param>
    public void Refused(string kind) => _refused.Add(1, new KeyValuePair<string, object?>("kind", kind));

    /// <summary>The relay told of changes that nobody else had.</summary>
    /// <param name="changes">How many.</param>
    public void Relayed(int changes) => _relayed.Add(changes);

    /// <summary>Keys were wrapped by a newer master key.</summary>
    /// <param name="participants">Of how many participants.</param>
    public void Rewrapped(int participants) => _rewrapped.Add(participants);
}
