namespace Burgernet.Actions;

/// <summary>What becomes of answered calls when an action is stopped or paused; what is not answered is cancelled in any case.</summary>
[GenerateSerializer]
[Alias("burgernet.calls-under-way")]
public enum CallsUnderWay
{
    /// <summary>They finish.</summary>
    Finish,

    /// <summary>They are hung up; each has its result by what was played, and nobody of them is called again.</summary>
    Cut,
}
