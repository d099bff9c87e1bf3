namespace Burgernet.CallBacks;

/// <summary>How a call-back ended. Stored by name; never rename.</summary>
[GenerateSerializer]
[Alias("burgernet.call-back-ending")]
public enum CallBackEnding
{
    /// <summary>The caller hung up before the control room answered.</summary>
    HungUp,

    /// <summary>Caller and control room were connected.</summary>
    Connected,

    /// <summary>The control room was busy, did not answer, or could not be reached, each time.</summary>
    NotReached,

    /// <summary>No number of the control room is configured.</summary>
    NoNumber,
}
