using Burgernet.Tests.Api.Hosting;

namespace Burgernet.Tests.Api.Actions;

public sealed class ActionListTests(Cluster cluster)
{
    [Fact]
    public async Task List_OfAControlRoom_IsItsOwnNewestFirstInPages()
    {
        await using var api = await ApiHost.Start(
            cluster,
            practice: false,
            [.. Keys.Room(0, "list-one", "een"), .. Keys.Room(1, "list-two", "twee")]
        );
        Keys.Use(api.Client, "een");
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            ids.Insert(0, (await Requests.Prepare(api.Client)).Split('/')[^1]);
        }

        var seen = new List<string>();
        for (var next = "/v1/actions?limit=2"; next is not null; )
        {
            using var response = await api.Client.GetAsync(next, TestContext.Current.CancellationToken);
            var page = await Requests.ReadJson(response);
            seen.AddRange(page["actions"]!.AsArray().Select(action => (string)action!["id"]!));
            next = (string?)page["next"];
        }

        Assert.Equal(ids, seen);

        Keys.Use(api.Client, "twee");
        using var others = await api.Client.GetAsync("/v1/actions", TestContext.Current.CancellationToken);
        using var other = await api.Client.GetAsync($"/v1/actions/{ids[0]}/dossier", TestContext.Current.CancellationToken);
        Assert.Empty((await Requests.ReadJson(others))["actions"]!.AsArray());
        Assert.Equal(404, (int)other.StatusCode);
    }
}
