using System.Xml.Linq;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Architecture.Sources;

/// <summary>The page on dependencies, held to what is pinned: a package comes with its licence and its reason, or not at all.</summary>
public sealed class DependencyPageTests
{
    public static TheoryData<string, string> Pinned =>
        [
            .. XDocument
                .Load(Path.Combine(RepositoryRoot.Path, "Directory.Packages.props"))
                .Descendants()
                .Where(element => element.Name.LocalName is "PackageVersion" or "GlobalPackageReference")
                .Select(element =>
                    (Name: (string?)element.Attribute("Include") ?? "", Version: (string?)element.Attribute("Version") ?? "")
                )
                .Select(package => new TheoryDataRow<string, string>(package.Name, package.Version)),
        ];

    [Theory]
    [MemberData(nameof(Pinned))]
    public void Page_OfEachPinnedPackage_HasItsVersionLicenceAndReason(string name, string version)
    {
        var row = File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs", "dependencies.md"))
            .FirstOrDefault(line => line.StartsWith($"| {name} | {version} | ", StringComparison.Ordinal));

        Assert.True(row is not null, $"docs/dependencies.md has no row for {name} {version}");
        Assert.All(row.Split('|')[1..^1], cell => Assert.NotEmpty(cell.Trim()));
    }
}
