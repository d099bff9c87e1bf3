namespace Burgernet.Grains.CallBacks;

/// <summary>What happened to a caller.</summary>
public enum CallerNewsKind
{
    /// <summary>The caller is connected with us, and hears what is played.</summary>
    Up,

    /// <summary>What was played is over.</summary>
    Played,

    /// <summary>The caller pressed a key.</summary>
    Key,

    /// <summary>The control room answered: both hear each other.</summary>
    DeskAnswered,

    /// <summary>The control room was not reached: busy, no answer, or a failure on the way.</summary>
    DeskNotReached,

    /// <summary>The call is over, whoever ended it, and the leg to the control room with it.</summary>
    Over,
}
