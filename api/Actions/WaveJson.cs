using Burgernet.Actions;
using Burgernet.Api.Cells;

namespace Burgernet.Api.Actions;

/// <summary>The people that one start or expansion added.</summary>
public sealed record WaveJson
{
    /// <summary>Its number, from 1: the start.</summary>
    public required int Number { get; init; }

    /// <summary>What made it: the start, a dispatcher's expansion, or a ring of an expansion plan.</summary>
    public required WaveKind Kind { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The dispatcher, or <c>system</c>.</summary>
    public required string By { get; init; }

    /// <summary>Where people were looked for; those of earlier waves are left alone.</summary>
    public required AreaJson Area { get; init; }

    /// <summary>How many people it added; absent while they are still looked for.</summary>
    public int? Selected { get; init; }

    internal static WaveJson Of(ActionWave wave) =>
        new()
        {
            Number = wave.Number,
            Kind = wave.Kind,
            At = wave.At,
            By = wave.By,
            Area = AreaJson.Of(wave.Area),
            Selected = wave.Selected,
        };
}
