using Burgernet.Tests.Scenarios.Actions;
using Burgernet.Tests.Scenarios.Processes;
using Burgernet.Tests.Scenarios.Webhooks;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Burgernet.Tests.Scenarios.LongestFirst))]

namespace Burgernet.Tests.Scenarios;

/// <summary>Classes that take long begin first, so that none of them is left alone at the end while the other places stand empty.</summary>
/// <remarks>No test depends on it. A class that is not named here comes after those that are.</remarks>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] s_longest =
    [
        typeof(ClusterTests).FullName!,
        typeof(KilledNodeTests).FullName!,
        typeof(DatabaseAwayTests).FullName!,
        typeof(FirstActionTests).FullName!,
        // Not before: where nobody built the release before this one yet, it is being built meanwhile.
        typeof(MixedReleasesTests).FullName!,
        typeof(ChaosTests).FullName!,
        typeof(SplitClusterTests).FullName!,
        typeof(OperatedNodeTests).FullName!,
        typeof(SmsFaultTests).FullName!,
        typeof(DatabaseStoppedTests).FullName!,
        typeof(MailScenarios).FullName!,
        typeof(LiveViewTests).FullName!,
        typeof(TextScenarios).FullName!,
        typeof(StoreFaultScenarios).FullName!,
        typeof(SippCarrierTests).FullName!,
        typeof(WebhookScenarios).FullName!,
        typeof(ErasureTests).FullName!,
        typeof(PausedNodeTests).FullName!,
        typeof(PauseFaultScenarios).FullName!,
        typeof(ExpansionScenarios).FullName!,
        typeof(SpokenTextTests).FullName!,
        typeof(SippCallsBackTests).FullName!,
        typeof(MessageCrashScenarios).FullName!,
        typeof(SmsActionTests).FullName!,
    ];

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(collection => Place(collection))];

    private static int Place(ITestCollection collection)
    {
        var place = Array.FindIndex(s_longest, name => collection.TestCollectionDisplayName.Contains(name + " ", StringComparison.Ordinal));
        return place < 0 ? s_longest.Length : place;
    }
}
