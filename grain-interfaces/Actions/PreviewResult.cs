namespace Burgernet.Actions;

/// <summary>What became of a preview. Names are stored; never rename.</summary>
[GenerateSerializer]
[Alias("burgernet.preview-result")]
public enum PreviewResult
{
    /// <summary>It waits for a line, rings, or is being listened to.</summary>
    UnderWay,

    /// <summary>Nothing rang: no line came free in time, or the carrier took no call. Of an SMS: no SMS centre took it.</summary>
    NotCalled,

    /// <summary>Busy.</summary>
    Busy,

    /// <summary>Rang until the limit.</summary>
    NoAnswer,

    /// <summary>The number does not exist.</summary>
    NumberInvalid,

    /// <summary>Refused by the called phone.</summary>
    Declined,

    /// <summary>The carrier refused or failed.</summary>
    CarrierFailed,

    /// <summary>No response from the carrier.</summary>
    CarrierSilent,

    /// <summary>Cancelled before it was answered: the action was stopped or paused, or the node goes down.</summary>
    Cancelled,

    /// <summary>Answered, but hung up before 80 % of the message.</summary>
    Answered,

    /// <summary>Answered and at least 80 % of the message played.</summary>
    Heard,

    /// <summary>The node died in the middle and what became of it was not stored.</summary>
    Unknown,

    /// <summary>An SMS: the SMS centre has it.</summary>
    ToCarrier,
}
