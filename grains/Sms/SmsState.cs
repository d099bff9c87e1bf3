namespace Burgernet.Grains.Sms;

/// <summary>How far a message is dealt with. Names are stored; never rename.</summary>
public enum SmsState
{
    /// <summary>It is stored; nothing was done yet.</summary>
    Received,

    /// <summary>What is to be done is stored, and may have been done.</summary>
    Decided,

    /// <summary>Everything was done.</summary>
    Done,

    /// <summary>A segment whose words stand in another row now.</summary>
    Joined,
}
