namespace Burgernet.TestKit;

/// <summary>Decides about a datagram; never called by two at a time.</summary>
/// <param name="isToTarget">Whether the caller sent it.</param>
/// <param name="datagram">What it says.</param>
public delegate RelayAction RelayRule(bool isToTarget, string datagram);
