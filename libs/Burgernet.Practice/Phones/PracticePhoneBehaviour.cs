namespace Burgernet.Practice;

/// <summary>What a practice phone does when it is called.</summary>
public enum PracticePhoneBehaviour
{
    /// <summary>Rings, is answered, and stays on the line until the caller hangs up.</summary>
    Listens,

    /// <summary>Rings, is answered, and hangs up after a few seconds.</summary>
    HangsUpEarly,

    /// <summary>Rings, is answered, presses 1 after a few seconds and stays on the line.</summary>
    PressesOne,

    /// <summary>In conversation: 486 Busy Here, without ringing.</summary>
    Busy,

    /// <summary>Rings until the caller gives up.</summary>
    NoAnswer,

    /// <summary>Switched off (480) or out of service (404): refused at once.</summary>
    Unreachable,

    /// <summary>Rings, then a machine answers, plays a greeting and a beep, and listens.</summary>
    Voicemail,
}
