using Burgernet.TestKit;

namespace Burgernet.Tests.Architecture.Sources;

/// <summary>A C# file of the repository.</summary>
/// <param name="Path">Its path below the repository's root, with forward slashes.</param>
/// <param name="Text">What it says.</param>
public sealed record SourceFile(string Path, string Text)
{
    private static readonly HashSet<string> NotOurs = ["bin", "obj", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts", "data"];

    /// <summary>Every C# file that a person wrote, in the order of their paths.</summary>
    public static IEnumerable<SourceFile> InRepository() =>
        Below(new DirectoryInfo(RepositoryRoot.Path))
            .Select(file => new SourceFile(
                System.IO.Path.GetRelativePath(RepositoryRoot.Path, file.FullName).Replace('\\', '/'),
                File.ReadAllText(file.FullName)
            ))
            .OrderBy(file => file.Path, StringComparer.Ordinal);

    private static IEnumerable<FileInfo> Below(DirectoryInfo folder) =>
        folder
            .EnumerateFiles("*.cs")
            .Concat(folder.EnumerateDirectories().Where(inner => inner.Name[0] != '.' && !NotOurs.Contains(inner.Name)).SelectMany(Below));
}
