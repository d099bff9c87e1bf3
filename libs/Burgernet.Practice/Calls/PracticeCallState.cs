namespace Burgernet.Practice;

/// <summary>Where a practice phone stands in its call.</summary>
internal enum PracticeCallState
{
    /// <summary>The network looks for the phone; nothing is heard yet.</summary>
    SettingUp,

    /// <summary>180 is sent.</summary>
    Ringing,

    /// <summary>200 is sent, its ACK not yet there.</summary>
    Answering,

    /// <summary>The ACK is there: the phone listens.</summary>
    Connected,

    /// <summary>Over; whatever still comes changes nothing.</summary>
    Ended,
}
