using Burgernet.Actions;

namespace Burgernet.Api.Kinds;

/// <summary>What kinds of action are called on screens.</summary>
internal static class KindTexts
{
    public static string Dutch(ActionKind kind) =>
        kind switch
        {
            ActionKind.Theft => "diefstal",
            ActionKind.StreetRobbery => "straatroof",
            ActionKind.BagSnatching => "tasjesroof",
            ActionKind.HitAndRun => "doorrijden na ongeval",
            ActionKind.Robbery => "overval",
            ActionKind.Violence => "geweld",
            ActionKind.MissingChild => "vermist kind",
            ActionKind.MissingPerson => "vermiste persoon",
            ActionKind.Burglary => "inbraak of insluiping",
            ActionKind.Swindle => "babbeltruc of oplichting",
            ActionKind.Disaster => "ramp of crisis",
            ActionKind.WitnessCall => "getuigenoproep",
            ActionKind.Prevention => "preventie",
            _ => "?",
        };

    public static string English(ActionKind kind) =>
        kind switch
        {
            ActionKind.Theft => "theft",
            ActionKind.StreetRobbery => "street robbery",
            ActionKind.BagSnatching => "bag snatching",
            ActionKind.HitAndRun => "hit and run",
            ActionKind.Robbery => "robbery",
            ActionKind.Violence => "violence",
            ActionKind.MissingChild => "missing child",
            ActionKind.MissingPerson => "missing person",
            ActionKind.Burglary => "burglary or sneak theft",
            ActionKind.Swindle => "swindle",
            ActionKind.Disaster => "disaster or crisis",
            ActionKind.WitnessCall => "call for witnesses",
            ActionKind.Prevention => "prevention",
            _ => "?",
        };
}
