using System.Globalization;
using Burgernet.Silo.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Burgernet.Tests.Scenarios.Nodes;

/// <summary>What <c>nodes</c>, <c>drain</c> and <c>undrain</c> ask of a node, say of its answers, and end with.</summary>
public sealed class NodesCommandTests : IAsyncLifetime
{
    private const string Id = "127.0.0.1:15111@154679562";

    private readonly WebApplication _node;
    private readonly List<string> _asked = [];
    private readonly StringWriter _output = new(CultureInfo.InvariantCulture);
    private readonly StringWriter _errors = new(CultureInfo.InvariantCulture);
    private Func<HttpContext, Task> _answer = http => http.Response.WriteAsync("{}");

    public NodesCommandTests()
    {
        _node = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None"]).Build();
        _node.Run(http =>
        {
            _asked.Add($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}");
            return _answer(http);
        });
    }

    public async ValueTask InitializeAsync() => await _node.StartAsync();

    public async ValueTask DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task Nodes_AnswerOfANode_IsALineForEach()
    {
        _answer = http => http.Response.WriteAsync(List("active", ",\"version\":\"0.1.0+1138e53e91da0123456789\""));
        Assert.Equal(0, await Run(NodesCommand.List));
        Assert.Equal(["GET /v1/nodes"], _asked);
        var lines = _output.ToString().TrimEnd().Split(Environment.NewLine);
        Assert.Equal("node status version since lines", lines[0]);
        var since = new DateTimeOffset(2026, 11, 26, 6, 32, 42, TimeSpan.Zero).ToLocalTime();
        var until = new DateTimeOffset(2026, 11, 26, 6, 34, 4, TimeSpan.Zero).ToLocalTime();
        Assert.Equal(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Id} active 0.1.0+1138e53e91da {since:yyyy-MM-dd'T'HH:mm:ss} one 7 of 10 busy, 25/s; two 0 of 0 busy, 0/s, 9 may be held until {until:HH:mm:ss}"
            ),
            lines[1]
        );
    }

    [Theory]
    [InlineData("6.0213", "en", "busy, 0/s, 9 may be held until", "; clock +6.0 s")]
    [InlineData("-3.5", "nl", "bezet, 0/s, 9 mogelijk nog bezet tot", "; klok -3.5 s")]
    public async Task Nodes_WithAClockThatIsOff_SayByHowMuch(string offset, string language, string held, string clock)
    {
        _answer = http => http.Response.WriteAsync(List("active", $",\"clockOffsetSeconds\":{offset}"));
        Assert.Equal(0, await Run(NodesCommand.List, $"--Burgernet:Node:Language={language}"));
        var line = _output.ToString().TrimEnd();
        Assert.Contains(held, line, StringComparison.Ordinal);
        Assert.EndsWith(clock, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nodes_WithAClockThatIsRight_SayNothingOfIt()
    {
        _answer = http => http.Response.WriteAsync(List("active", ",\"clockOffsetSeconds\":-0.002"));
        Assert.Equal(0, await Run(NodesCommand.List));
        Assert.DoesNotContain("clock", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nodes_InDutch_SpeakDutch()
    {
        _answer = http => http.Response.WriteAsync(List("dead", ""));
        Assert.Equal(0, await Run(NodesCommand.List, "--Burgernet:Node:Language=nl"));
        Assert.StartsWith("node toestand versie sinds lijnen", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains($"{Id} dead - ", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("one 7 van 10 bezet", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nodes_WithAKey_BringItAndWhoTheyAre()
    {
        var brought = ("", "");
        _answer = http =>
        {
            brought = (http.Request.Headers.Authorization.ToString(), http.Request.Headers["X-Dispatcher"].ToString());
            return http.Response.WriteAsync("""{"nodes":[]}""");
        };
        Assert.Equal(0, await Run(NodesCommand.List, "--BURGERNET_KEY=secret"));
        Assert.Equal("Bearer secret", brought.Item1);
        Assert.NotEmpty(brought.Item2);
    }

    [Theory]
    [InlineData(NodesCommand.List)]
    [InlineData(NodesCommand.Drain)]
    [InlineData(NodesCommand.Undrain)]
    public async Task Command_Refused_SaysWhyAndEndsWithOne(string word)
    {
        _answer = http =>
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return http.Response.WriteAsync("""{"detail":"The key lacks the role operator."}""");
        };
        Assert.Equal(1, await Run(word));
        Assert.Equal("Refused (403): The key lacks the role operator.", _errors.ToString().Trim());
        Assert.Empty(_output.ToString());
    }

    [Fact]
    public async Task Command_NobodyThere_SaysWhereAndEndsWithOne()
    {
        var address = Address;
        await _node.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, await NodesCommand.Run(NodesCommand.List, [$"--urls={address}", "--Burgernet:Node:Language=en"], _output, _errors));
        Assert.Equal($"No node answers at {address}.", _errors.ToString().Trim());
    }

    [Fact]
    public async Task Command_WordThatItDoesNotKnow_SaysHowItIsUsed()
    {
        Assert.Equal(1, await Run(NodesCommand.Drain, "now"));
        Assert.StartsWith("Usage: nodes | drain | undrain", _errors.ToString(), StringComparison.Ordinal);
        Assert.Empty(_asked);
    }

    [Fact]
    public async Task Drain_UntilNothingIsLeft_LooksOnAndEndsWithZero()
    {
        var looks = 0;
        _answer = http =>
            http.Response.WriteAsync(
                http.Request.Method == "POST" ? $$"""{"id":"{{Id}}"}""" : List(++looks < 2 ? "draining" : "drained", "")
            );
        Assert.Equal(0, await Run(NodesCommand.Drain));
        Assert.Equal(["POST /v1/nodes/local/drain", "GET /v1/nodes", "GET /v1/nodes"], _asked);
        Assert.Equal("Drained: no calls left, and none is added.", _output.ToString().Trim());
    }

    [Fact]
    public async Task Drain_NotWithinTheTime_EndsWithTwo()
    {
        _answer = http => http.Response.WriteAsync(http.Request.Method == "POST" ? $$"""{"id":"{{Id}}"}""" : List("draining", ""));
        Assert.Equal(2, await Run(NodesCommand.Drain, "--wait=1"));
        Assert.Equal("After 1 s there are calls left; the drain goes on.", _errors.ToString().Trim());
    }

    [Fact]
    public async Task Drain_OfAnotherWithExit_NamesItAndTakesItsSilenceForItsEnd()
    {
        _answer = http =>
        {
            if (http.Request.Method == "POST")
            {
                return http.Response.WriteAsync($$"""{"id":"{{Id}}"}""");
            }

            http.Abort();
            return Task.CompletedTask;
        };
        Assert.Equal(0, await Run(NodesCommand.Drain, $"--node={Id}", "--exit=true"));
        Assert.Equal($"POST /v1/nodes/{Id}/drain?exit=true", _asked[0]);
        Assert.Equal("Drained, and stopped or stopping.", _output.ToString().Trim());
    }

    [Fact]
    public async Task Drain_WhileTheNodeSaysNothing_EndsWithOne()
    {
        _answer = http =>
        {
            if (http.Request.Method == "POST")
            {
                return http.Response.WriteAsync($$"""{"id":"{{Id}}"}""");
            }

            http.Abort();
            return Task.CompletedTask;
        };
        Assert.Equal(1, await Run(NodesCommand.Drain));
        Assert.StartsWith("No node answers at ", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undrain_Accepted_SaysSo()
    {
        Assert.Equal(0, await Run(NodesCommand.Undrain));
        Assert.Equal(["POST /v1/nodes/local/undrain"], _asked);
        Assert.Equal("Takes calls again.", _output.ToString().Trim());
    }

    [Fact]
    public async Task Nodes_ListeningEverywhere_AreAskedOnLoopback()
    {
        _answer = http => http.Response.WriteAsync("""{"nodes":[]}""");
        var port = new Uri(Address).Port.ToString(CultureInfo.InvariantCulture);
        foreach (var host in (string[])["0.0.0.0", "*", "[::]"])
        {
            Assert.Equal(
                0,
                await NodesCommand.Run(
                    NodesCommand.List,
                    [$"--urls=http://{host}:{port}", "--Burgernet:Node:Language=en"],
                    _output,
                    _errors
                )
            );
        }

        Assert.Equal(3, _asked.Count);
    }

    private string Address => _node.Urls.First() + "/";

    private Task<int> Run(string word, params string[] args) =>
        NodesCommand.Run(word, [$"--urls={_node.Urls.First()}", "--Burgernet:Node:Language=en", .. args], _output, _errors);

    private static string List(string status, string more) =>
        $$"""
            {"nodes":[{"id":"{{Id}}","status":"{{status}}","startedAt":"2026-11-26T06:32:42Z"{{more}},"carriers":[
            {"name":"one","lines":10,"callsPerSecond":25,"calls":7,"chargedLines":0},
            {"name":"two","lines":0,"callsPerSecond":0,"calls":0,"chargedLines":9,"chargedUntil":"2026-11-26T06:34:04Z"}]}]}
            """;
}
