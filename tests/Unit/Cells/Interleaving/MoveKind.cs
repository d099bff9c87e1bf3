namespace Burgernet.Tests.Unit.Cells.Interleaving;

/// <summary>How a change reaches the cells.</summary>
internal enum MoveKind
{
    /// <summary>The participant's grain tells them.</summary>
    Told,

    /// <summary>The grain died after it stored the change: the relay tells them much later.</summary>
    Crash,

    /// <summary>An import wrote it, for two people, and has the cells read again.</summary>
    Import,
}
