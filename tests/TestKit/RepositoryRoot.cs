namespace Burgernet.TestKit;

/// <summary>Where the checkout under test stands.</summary>
public static class RepositoryRoot
{
    /// <summary>The folder that holds <c>Burgernet.sln</c>.</summary>
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Burgernet.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No Burgernet.sln above {AppContext.BaseDirectory}");
    }
}
