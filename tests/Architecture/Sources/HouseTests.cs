using Xunit;

namespace Burgernet.Tests.Architecture.Sources;

/// <summary>Every file of the repository, held to the source rules.</summary>
public sealed class HouseTests
{
    private static readonly SourceFile[] Files = [.. SourceFile.InRepository()];

    [Fact]
    public void Repository_Read_HasTheNodesEntryPoint() => Assert.Contains(Files, file => file.Path == "silo/Program.cs");

    [Fact]
    public void Files_InRepository_AreShortEnoughToRead() => AssertNone(Files.SelectMany(SourceRules.Length));

    [Fact]
    public void Files_InRepository_HaveNamesThatSaySomething() => AssertNone(Files.SelectMany(SourceRules.Name));

    [Fact]
    public void Files_InRepository_HaveNoRegions() => AssertNone(Files.SelectMany(SourceRules.Regions));

    [Fact]
    public void Tests_InRepository_DoNotSleep() =>
        AssertNone(Files.Where(file => file.Path.StartsWith("tests/", StringComparison.Ordinal)).SelectMany(SourceRules.Sleeps));

    [Fact]
    public void Grains_WhileTheyWake_AskNoOtherGrain() =>
        AssertNone(
            Files.Where(file => file.Path.StartsWith("grains/", StringComparison.Ordinal)).SelectMany(SourceRules.AskingWhileWaking)
        );

    // Assert.Empty would cut each sentence short.
    private static void AssertNone(IEnumerable<string> breaches)
    {
        var found = breaches.ToArray();
        Assert.True(found.Length == 0, string.Join('\n', found));
    }
}
