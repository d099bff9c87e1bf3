using Burgernet.Actions;

namespace Burgernet.Grains.Actions;

/// <summary>How urgent an action is. Pure.</summary>
public static class UrgencyPolicy
{
    /// <summary>By what it is about: somebody in danger goes first, what can wait for hours goes last.</summary>
    public static Urgency Of(ActionKind kind) =>
        kind switch
        {
            ActionKind.MissingChild or ActionKind.MissingPerson or ActionKind.Robbery or ActionKind.Violence or ActionKind.Disaster =>
                Urgency.Urgent,
            ActionKind.WitnessCall or ActionKind.Prevention => Urgency.Low,
            _ => Urgency.Normal,
        };
}
