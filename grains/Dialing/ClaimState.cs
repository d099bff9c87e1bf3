namespace Burgernet.Grains.Dialing;

/// <summary>What an old claim has come to, as its dialer says.</summary>
internal enum ClaimState
{
    /// <summary>Its dialer holds it.</summary>
    Held,

    /// <summary>Its dialer is gone, or nobody knows: what became of it is not known.</summary>
    Lost,

    /// <summary>A text that its living dialer never got.</summary>
    NeverLeft,
}
