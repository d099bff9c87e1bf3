using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>An action by SMS over two nodes; a node, every connection and the SMS centre die on its way. The small form of <c>benchmarks -- sms faults</c>, with the same gates.</summary>
public sealed class SmsFaultTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Texts_WithNodeConnectionsAndCentreDying_HaveOneResultEachAndNoneIsSentTwice()
    {
        Peers.Require("initdb", "postgresql");
        Peers.Require("node", "nodejs");
        if (!Directory.Exists(Path.Combine(RepositoryRoot.Path, "tests", "Wire", "Smpp", "Peers", "node_modules", "smpp")))
        {
            Peers.Missing("npm package smpp is not installed in tests/Wire/Smpp/Peers");
        }

        await BenchmarkRun.ExpectGatesHold(
            Limit,
            "sms faults --people 400 --rate 32 --window 100 --answer-after 0.4 --answer-limit 1 --grace 2".Split(' ')
        );
    }
}
