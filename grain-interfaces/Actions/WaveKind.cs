namespace Burgernet.Actions;

/// <summary>What a wave was made by.</summary>
[GenerateSerializer]
[Alias("burgernet.wave-kind")]
public enum WaveKind
{
    /// <summary>The start.</summary>
    Start,

    /// <summary>A dispatcher who enlarged the area.</summary>
    Expansion,

    /// <summary>The plan of a dispatcher, by which the area grows by itself.</summary>
    Ring,
}
