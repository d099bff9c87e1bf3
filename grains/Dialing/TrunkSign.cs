namespace Burgernet.Grains.Dialing;

/// <summary>What a piece of news about a call says of the trunk it went over.</summary>
internal enum TrunkSign
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The carrier handled the call, whatever became of it.</summary>
    Works,

    /// <summary>The carrier turned it away, was silent, or could not be reached: it is to rest.</summary>
    Fails,

    /// <summary>A limit of our own kept it back for a moment.</summary>
    Full,

    /// <summary>It never got to the carrier, for reasons of ours.</summary>
    Untried,
}
