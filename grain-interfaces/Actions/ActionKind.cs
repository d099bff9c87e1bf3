namespace Burgernet.Actions;

/// <summary>What an action is about (the kinds of the municipal plan).</summary>
[GenerateSerializer]
[Alias("burgernet.action-kind")]
public enum ActionKind
{
    /// <summary>Theft (diefstal).</summary>
    Theft,

    /// <summary>Street robbery (straatroof).</summary>
    StreetRobbery,

    /// <summary>Bag snatching (tasjesroof).</summary>
    BagSnatching,

    /// <summary>Hit and run (doorrijden na ongeval).</summary>
    HitAndRun,

    /// <summary>Robbery (overval).</summary>
    Robbery,

    /// <summary>Violence (geweld).</summary>
    Violence,

    /// <summary>Missing child (vermist kind).</summary>
    MissingChild,

    /// <summary>Missing person, for instance with dementia (vermiste persoon).</summary>
    MissingPerson,

    /// <summary>Burglary and sneak theft (inbraak, insluiping).</summary>
    Burglary,

    /// <summary>Swindle (babbeltruc, oplichting).</summary>
    Swindle,

    /// <summary>Disaster or crisis (ramp of crisis).</summary>
    Disaster,

    /// <summary>Call for witnesses (getuigenoproep).</summary>
    WitnessCall,

    /// <summary>Prevention (preventie).</summary>
    Prevention,
}
