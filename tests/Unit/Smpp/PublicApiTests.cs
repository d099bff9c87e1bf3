using Burgernet.Smpp.Pdus;
using Burgernet.TestKit;
using PublicApiGenerator;
using Xunit;

namespace Burgernet.Tests.Unit.Smpp;

public sealed class PublicApiTests
{
    [Fact]
    public void PublicApi_OfTheLibrary_IsTheApprovedOne()
    {
        var approved = Path.Combine(RepositoryRoot.Path, "libs", "Burgernet.Smpp", "PublicApi.approved.txt");
        var found =
            typeof(CommandId)
                .Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false })
                .ReplaceLineEndings("\n") + "\n";
        if (!File.Exists(approved) || File.ReadAllText(approved).ReplaceLineEndings("\n") != found)
        {
            var received = Path.Combine(AppContext.BaseDirectory, "Burgernet.Smpp.PublicApi.received.txt");
            File.WriteAllText(received, found);
            Assert.Fail($"The public API changed. If that is meant: cp {received} {approved}");
        }
    }
}
