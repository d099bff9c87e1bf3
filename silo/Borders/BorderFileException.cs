namespace Burgernet.Silo.Borders;

/// <summary>A border file that the node cannot use.</summary>
/// <param name="english">Which file, where in it, and why, in English.</param>
/// <param name="dutch">The same in Dutch.</param>
/// <param name="innerException">The cause, or null.</param>
internal sealed class BorderFileException(string english, string dutch, Exception? innerException) : Exception(english, innerException)
{
    /// <summary>The message in Dutch.</summary>
    public string Dutch => dutch;
}
