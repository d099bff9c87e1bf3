namespace Burgernet.Practice;

/// <summary>What the carrier decides about a call that is offered.</summary>
internal enum PracticeVerdict
{
    /// <summary>It holds a channel now.</summary>
    Admitted,

    /// <summary>All channels are in use.</summary>
    ChannelsFull,

    /// <summary>The last second already holds as many calls as it may.</summary>
    TooFast,
}
