using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Architecture.Contracts;

/// <summary>A committed text beside these tests.</summary>
public static class ApprovedFile
{
    /// <summary>What it says; nothing where it is not there.</summary>
    public static string Read(string name) => File.Exists(Path(name)) ? File.ReadAllText(Path(name)) : "";

    /// <summary>Fails where the text differs from it, with how to approve it and the first lines that differ.</summary>
    /// <param name="name">The file.</param>
    /// <param name="received">What it should be.</param>
    public static void ShouldBe(string name, string received)
    {
        var approved = Read(name);
        if (received.Equals(approved, StringComparison.Ordinal))
        {
            return;
        }

        var receivedPath = System.IO.Path.Combine(AppContext.BaseDirectory, name.Replace("approved", "received", StringComparison.Ordinal));
        File.WriteAllText(receivedPath, received);
        var (before, now) = (approved.Split('\n'), received.Split('\n'));
        var differences = before
            .Except(now, StringComparer.Ordinal)
            .Select(line => "- " + line)
            .Concat(now.Except(before, StringComparer.Ordinal).Select(line => "+ " + line));
        Assert.Fail(
            $"{name} is not what this code speaks. Look at the difference; if it should be so:\n  cp {receivedPath} {Path(name)}\n{string.Join('\n', differences.Take(20))}"
        );
    }

    private static string Path(string name) => System.IO.Path.Combine(RepositoryRoot.Path, "tests", "Architecture", "Contracts", name);
}
