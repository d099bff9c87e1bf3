namespace Burgernet.TestKit;

/// <summary>Finds the project's shared data (<c>../shared</c> beside the checkout), which a user's clone does not have.</summary>
public static class SharedData
{
    /// <summary>The full path of a file or folder in <c>../shared</c>; skips the running test, with the reason, where it is absent.</summary>
    /// <remarks>With <c>CI=true</c> absence is a failure, never a skip.</remarks>
    /// <param name="relativePath">A path below <c>../shared</c>, for instance <c>vectors/h3/res0.jsonl</c>.</param>
    public static string Require(string relativePath)
    {
        var path = Path.Combine(RepositoryRoot.Path, "..", "shared", relativePath);
        if (File.Exists(path) || Directory.Exists(path))
        {
            return Path.GetFullPath(path);
        }

        Peers.Missing($"../shared/{relativePath} is not beside this checkout");
        return path;
    }
}
