namespace Burgernet.Benchmarks;

/// <summary>Where the checkout stands, its reports and the project's shared data.</summary>
internal static class Checkout
{
    /// <summary>The folder that holds <c>Burgernet.sln</c>.</summary>
    public static string Root { get; } = Find();

    /// <summary>The folder of the committed reports.</summary>
    public static string Results => Path.Combine(Root, "benchmarks", "results");

    /// <summary>A file or folder in <c>../shared</c>.</summary>
    /// <exception cref="FileNotFoundException">It is not beside this checkout.</exception>
    public static string Shared(string relativePath)
    {
        var path = Path.GetFullPath(Path.Combine(Root, "..", "shared", relativePath));
        return Path.Exists(path) ? path : throw new FileNotFoundException($"../shared/{relativePath} is not beside this checkout.", path);
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Burgernet.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No Burgernet.sln above {AppContext.BaseDirectory}.");
    }
}
