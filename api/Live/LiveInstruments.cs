using System.Diagnostics.Metrics;

namespace Burgernet.Api.Live;

/// <summary>What live views measure (meter <c>Burgernet.Live</c>). No labels: never an action or a control room.</summary>
internal sealed class LiveInstruments
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Burgernet.Live";

    private readonly UpDownCounter<long> _open;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _late;

    public LiveInstruments(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _open = meter.CreateUpDownCounter<long>("burgernet.live.views", "{view}", "Live views that are open");
        _refused = meter.CreateCounter<long>("burgernet.live.refused", "{view}", "Live views that were refused because too many are open");
        _late = meter.CreateCounter<long>(
            "burgernet.live.missed_hints",
            "{hint}",
            "Times that asking found what the stream had not hinted at"
        );
    }

    /// <summary>A live view was opened.</summary>
    public void Opened() => _open.Add(1);

    /// <summary>A live view ended.</summary>
    public void Closed() => _open.Add(-1);

    /// <summary>One was not opened.</summary>
    public void Refused() => _refused.Add(1);

    /// <summary>The stream was late or lost something.</summary>
    public void HintMissed() => _late.Add(1);
}
