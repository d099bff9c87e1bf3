namespace Burgernet.Grains.Sms;

/// <summary>What a message came to. Names are stored; never rename.</summary>
public enum SmsOutcome
{
    /// <summary>A tip of an action.</summary>
    Tip,

    /// <summary>It waits in the inbox for somebody to read it.</summary>
    Unassigned,

    /// <summary>Whoever sent it has left.</summary>
    Left,

    /// <summary>There was nothing to do but to answer, or not even that.</summary>
    Answered,
}
