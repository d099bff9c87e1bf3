namespace Burgernet.Sip;

/// <summary>What a final response means for the one who wants to reach somebody.</summary>
public enum SipOutcome
{
    /// <summary>Answered.</summary>
    Answered,

    /// <summary>This number will not work: 404, 410, 484, 485, 604. Not again.</summary>
    Permanent,

    /// <summary>Busy: 486, 600. Later.</summary>
    Busy,

    /// <summary>Nobody answered: 480, 408, 487. Later.</summary>
    NoAnswer,

    /// <summary>The called party does not want this: 603, 607, 608. Never again in this action.</summary>
    Declined,

    /// <summary>Our settings are wrong: 401, 403, 407, 488, 606 and the like. No other call will fare better.</summary>
    Configuration,

    /// <summary>The network failed: other 5xx, 482, 483. Another route may work.</summary>
    Route,

    /// <summary>503: the trunk rests for Retry-After, then again.</summary>
    TrunkBusy,

    /// <summary>A redirection, which is not followed.</summary>
    Redirected,
}
