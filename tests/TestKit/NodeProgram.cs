namespace Burgernet.TestKit;

/// <summary>A build of the node.</summary>
/// <param name="Path">Its <c>Burgernet.Silo.dll</c>.</param>
/// <param name="Commit">What it was built from; null for the checkout under test.</param>
public sealed record NodeProgram(string Path, string? Commit)
{
    /// <summary>The one under test.</summary>
    public static NodeProgram Built { get; } =
        new(System.IO.Path.Combine(RepositoryRoot.Path, "silo", "bin", Configuration, "net10.0", File), null);

    /// <summary>The file of a node in the folder of its build.</summary>
    public const string File = "Burgernet.Silo.dll";

    private static string Configuration => AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
}
