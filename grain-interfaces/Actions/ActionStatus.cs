namespace Burgernet.Actions;

/// <summary>Where an action is in its life.</summary>
[GenerateSerializer]
[Alias("burgernet.action-status")]
public enum ActionStatus
{
    /// <summary>Prepared; nobody is called.</summary>
    Draft,

    /// <summary>Started: participants are called until each has a result.</summary>
    Active,

    /// <summary>Stopped by a dispatcher: nobody is called any more.</summary>
    Stopped,

    /// <summary>Paused by a dispatcher: nobody is called until it is resumed.</summary>
    Paused,

    /// <summary>It is over: everyone who was contacted is told how it ended, and nobody else is called.</summary>
    Outcome,

    /// <summary>Closed with a result.</summary>
    Closed,

    /// <summary>Put away: in lists only where it is asked for.</summary>
    Archived,
}
