namespace Burgernet.Silo.Speech;

/// <summary>How a program ended.</summary>
internal enum ProgramOutcome
{
    /// <summary>By itself, with exit code 0.</summary>
    Done,

    /// <summary>It could not be started.</summary>
    Missing,

    /// <summary>By itself, with another exit code, or by a signal that was not ours.</summary>
    Failed,

    /// <summary>It was killed: its time was up.</summary>
    OutOfTime,

    /// <summary>It was killed: it wrote too much.</summary>
    TooMuch,
}
