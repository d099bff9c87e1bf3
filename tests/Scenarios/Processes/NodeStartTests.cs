using System.Net;
using System.Net.Sockets;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>What a node says when it cannot start.</summary>
public sealed class NodeStartTests
{
    [Fact]
    public async Task Node_PortBusy_SaysSoInOneSentence()
    {
        using var folder = new TemporaryFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        var (exitCode, output) = await NodeProcess.RunToEnd(
            $"--urls={url}",
            $"--Burgernet:Storage:Folder={folder.Path}",
            "--Burgernet:Node:Language=en"
        );
        Assert.Equal(1, exitCode);
        Assert.Equal(
            $"{url} is already in use: is another Burgernet running? Choose another one with --urls (or that port's setting).",
            output.Trim()
        );
    }

    [Theory]
    [InlineData("--urls=http://0.0.0.0:0", "beyond this machine")]
    [InlineData("--http_ports=8080", "beyond this machine")]
    [InlineData("--Kestrel:Endpoints:Open:Url=http://0.0.0.0:0", "beyond this machine")]
    [InlineData("--Burgernet:Carrier:Practice=false", "Peer")]
    [InlineData("--Burgernet:Carrier:Peer=192.0.2.1:5060", "Practice=false")]
    [InlineData("--Burgernet:Carrier:Channels=0", "Channels")]
    [InlineData("--Burgernet:Storage:Postgres:Writers=0", "Writers")]
    [InlineData("--Burgernet:Carrier:Channels=500", "Burgernet:Practice")]
    public async Task Node_UnsafeOrImpossibleSetting_RefusesAndSaysWhy(string setting, string reason)
    {
        using var folder = new TemporaryFolder();
        string[] url = setting.StartsWith("--Burgernet", StringComparison.Ordinal) ? ["--urls=http://127.0.0.1:0"] : [];
        var (exitCode, output) = await NodeProcess.RunToEnd([
            .. url,
            setting,
            $"--Burgernet:Storage:Folder={folder.Path}",
            "--Burgernet:Node:Language=en",
        ]);
        Assert.Equal(1, exitCode);
        Assert.StartsWith("The settings are wrong: ", output, StringComparison.Ordinal);
        Assert.Contains(reason, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Node_LiveCarrierAndInventedParticipants_RefusesAndSaysWhy()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output) = await NodeProcess.RunToEnd(
            "--urls=http://127.0.0.1:0",
            "--Burgernet:Carrier:Practice=false",
            "--Burgernet:Carrier:Peer=192.0.2.1:5060",
            $"--Burgernet:Storage:Folder={folder.Path}",
            "--Burgernet:Node:Language=en"
        );
        Assert.Equal(1, exitCode);
        Assert.Contains("practice numbers must not leave this machine", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Node_Dutch_SpeaksDutch()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output) = await NodeProcess.RunToEnd(
            "--urls=http://127.0.0.1:0",
            "--Burgernet:Carrier:Practice=false",
            $"--Burgernet:Storage:Folder={folder.Path}",
            "--Burgernet:Node:Language=nl"
        );
        Assert.Equal(1, exitCode);
        Assert.StartsWith("De instellingen kloppen niet: ", output, StringComparison.Ordinal);
    }
}
