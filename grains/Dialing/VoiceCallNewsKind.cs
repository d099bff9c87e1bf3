namespace Burgernet.Grains.Dialing;

/// <summary>What happened to a call.</summary>
public enum VoiceCallNewsKind
{
    /// <summary>It rings.</summary>
    Ringing,

    /// <summary>It was answered; the message starts.</summary>
    Answered,

    /// <summary>A key was pressed.</summary>
    Key,

    /// <summary>It is over.</summary>
    Ended,
}
