using Burgernet.TestKit;
using Burgernet.Tests.Api.Hosting;

namespace Burgernet.Tests.Api.OpenApi;

public sealed class OpenApiTests(PracticeApi api) : IClassFixture<PracticeApi>
{
    /// <summary>Whoever changes the API on purpose copies the received file over the approved one, and sees the difference in review.</summary>
    [Fact]
    public async Task Document_Served_IsTheApprovedOne()
    {
        var received =
            (await api.Client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken)).ReplaceLineEndings("\n") + "\n";
        var approvedPath = Path.Combine(RepositoryRoot.Path, "tests", "Api", "OpenApi", "v1.approved.json");
        var approved = File.Exists(approvedPath) ? await File.ReadAllTextAsync(approvedPath, TestContext.Current.CancellationToken) : "";
        if (!received.Equals(approved, StringComparison.Ordinal))
        {
            var receivedPath = Path.Combine(AppContext.BaseDirectory, "v1.received.json");
            await File.WriteAllTextAsync(receivedPath, received, TestContext.Current.CancellationToken);
            Assert.Fail($"The OpenAPI document differs from {approvedPath}; if it should, copy {receivedPath} over it.");
        }
    }
}
