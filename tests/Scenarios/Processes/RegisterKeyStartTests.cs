using System.Security.Cryptography;
using Burgernet.Silo.Participants;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>A node begins only with the keys that its register was filled with.</summary>
public sealed class RegisterKeyStartTests
{
    private const string Keys = "Burgernet:Register:Keys";

    [Theory]
    [InlineData("en", "the register has no keys")]
    [InlineData("nl", "het register heeft geen sleutels")]
    public async Task Node_LiveCarrierWithoutKeys_RefusesAndMakesNone(string language, string reason)
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output) = await Start(
            folder.Path,
            "--Burgernet:Carrier:Practice=false",
            "--Burgernet:Carrier:Peer=192.0.2.1:5060",
            "--Burgernet:Demonstration:Participants=0",
            $"--Burgernet:Node:Language={language}"
        );
        Assert.Equal(1, exitCode);
        Assert.Contains(reason, output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.Path, PracticeKeys.FileName)), "A live node made practice keys");
    }

    [Fact]
    public async Task Node_OtherKeysThanTheRegisterWasFilledWith_RefusesAndSaysWhich()
    {
        using var folder = new TemporaryFolder();
        var (first, second, lookup) = (Key(), Key(), Key());
        await using (
            await NodeProcess.StartNode(folder.Path, [.. Configured("2025", first, lookup), "Burgernet:Demonstration:Participants=20"])
        )
        {
            Assert.False(File.Exists(Path.Combine(folder.Path, PracticeKeys.FileName)), "Keys were configured");
        }

        await Refused(folder.Path, Configured("2026", second, lookup), "master key 2025 (20) is in use");
        await Refused(folder.Path, Configured("2025", second, lookup), "master key 2025 is not the key of that name");
        await Refused(folder.Path, Configured("2025", first, second), "the lookup key");
    }

    private static async Task Refused(string folder, string[] settings, string reason)
    {
        var (exitCode, output) = await Start(folder, [.. settings.Select(setting => $"--{setting}"), "--Burgernet:Node:Language=en"]);
        Assert.Equal(1, exitCode);
        Assert.Contains(reason, output, StringComparison.Ordinal);
        Assert.All(
            settings.Where(setting => setting.Contains("Key=", StringComparison.Ordinal)).Select(setting => setting.Split('=', 2)[1]),
            secret => Assert.DoesNotContain(secret, output, StringComparison.Ordinal)
        );
    }

    private static Task<(int ExitCode, string Output)> Start(string folder, params string[] settings) =>
        NodeProcess.RunToEnd(["--urls=http://127.0.0.1:0", $"--Burgernet:Storage:Folder={folder}", .. settings]);

    private static string[] Configured(string id, string master, string lookup) =>
        [$"{Keys}:MasterKeys:0:Id={id}", $"{Keys}:MasterKeys:0:Key={master}", $"{Keys}:LookupKey={lookup}"];

    private static string Key() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
