using Burgernet.H3;
using Burgernet.TestKit;
using PublicApiGenerator;
using Xunit;

namespace Burgernet.Tests.Unit.H3;

public sealed class PublicApiTests
{
    [Fact]
    public void PublicApi_OfTheLibrary_IsTheApprovedOne()
    {
        var approved = Path.Combine(RepositoryRoot.Path, "libs", "Burgernet.H3", "PublicApi.approved.txt");
        var found =
            typeof(H3Grid)
                .Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false })
                .ReplaceLineEndings("\n") + "\n";
        if (!File.Exists(approved) || File.ReadAllText(approved).ReplaceLineEndings("\n") != found)
        {
            var received = Path.Combine(AppContext.BaseDirectory, "Burgernet.H3.PublicApi.received.txt");
            File.WriteAllText(received, found);
            Assert.Fail($"The public API changed. If that is meant: cp {received} {approved}");
        }
    }
}
