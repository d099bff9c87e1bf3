using Burgernet.Tests.Api.Hosting;
using Burgernet.Tests.Api.Problems;

namespace Burgernet.Tests.Api.Nodes;

public sealed class NodesApiTests(Cluster cluster)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_ForAnOperator_ShowsWhatEachNodeDoesAndWhatDeadOnesMayHold()
    {
        await using var api = await Start();
        using var response = await api.Client.GetAsync("/v1/nodes", Cancelled);

        Assert.Equal(200, (int)response.StatusCode);
        var nodes = (await Requests.ReadJson(response))["nodes"]!.AsArray();
        Assert.Equal("active dead", string.Join(' ', nodes.Select(node => (string)node!["status"]!)));
        Assert.Equal(60, (int)nodes[0]!["carriers"]![0]!["lines"]!);
        Assert.Equal(20, (int)nodes[0]!["carriers"]![0]!["callsPerSecond"]!);
        Assert.Equal(12, (int)nodes[0]!["carriers"]![0]!["calls"]!);
        Assert.Equal(7, (int)nodes[1]!["carriers"]![0]!["chargedLines"]!);
        Assert.Equal("2026-03-01T12:02:00.000Z", (string)nodes[1]!["carriers"]![0]!["chargedUntil"]!);
        Assert.False((bool)nodes[0]!["local"]!);
        Assert.Equal(-1.235, (double)nodes[0]!["clockOffsetSeconds"]!);
        Assert.Null(nodes[1]!["clockOffsetSeconds"]);
    }

    [Theory]
    [InlineData("drain", "draining")]
    [InlineData("drain?exit=true", "leaving")]
    [InlineData("undrain", "active")]
    public async Task Order_ToANode_IsAcceptedAndShowsIt(string order, string status)
    {
        await using var api = await Start();
        using var response = await api.Client.SendAsync(Order(FakeNodesGrain.Living, order), Cancelled);

        Assert.Equal(202, (int)response.StatusCode);
        Assert.Equal(status, (string?)(await Requests.ReadJson(response))["status"]);
    }

    [Theory]
    [InlineData("127.0.0.1:9@1", 404, "unknown-node")]
    [InlineData("local", 404, "unknown-node")]
    [InlineData(FakeNodesGrain.Dead, 409, "node-gone")]
    [InlineData(FakeNodesGrain.Silent, 503, "node-silent")]
    public async Task Drain_OfWhatCannotBe_SaysWhy(string node, int status, string reason)
    {
        await using var api = await Start();
        await ProblemAssert.Refused(api.Client, () => Order(node, "drain"), status, reason, "id");
    }

    private static HttpRequestMessage Order(string node, string order) =>
        new(HttpMethod.Post, $"/v1/nodes/{Uri.EscapeDataString(node)}/{order}");

    private async Task<ApiHost> Start()
    {
        var api = await ApiHost.Start(
            cluster,
            practice: true,
            [.. Keys.Room(0, "deventer", "plain"), .. Keys.WithRoles(0, "geheim", "operator")]
        );
        Keys.Use(api.Client, "geheim");
        return api;
    }
}
