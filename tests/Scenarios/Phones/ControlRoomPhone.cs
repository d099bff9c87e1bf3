namespace Burgernet.Tests.Scenarios.Phones;

/// <summary>The control room's own phone, which callers are put through to.</summary>
internal sealed class ControlRoomPhone
{
    public const string Number = "+31990000009";

    private int _rings;

    /// <summary>Calls that it is busy for, before it is free.</summary>
    public int BusyTimes { get; set; }

    /// <summary>How often it was called.</summary>
    public int Rings => Volatile.Read(ref _rings);

    /// <summary>Somebody is put through.</summary>
    /// <returns>Whether they are answered.</returns>
    public bool Ring() => Interlocked.Increment(ref _rings) > BusyTimes;
}
