using System.Text.Json.Nodes;
using Burgernet.Actions;
using Burgernet.Dialing;
using Xunit;

namespace Burgernet.Tests.Architecture.Contracts;

/// <summary>Committed examples of all that is written, read by this code: today's, and those of the last release.</summary>
public sealed class GoldenTests(Wire wire) : IClassFixture<Wire>
{
    /// <summary>Whatever has no example yet, or is written in another way, is seen in review.</summary>
    [Fact]
    public void Goldens_OfThisCode_AreTheApprovedOnes() => ApprovedFile.ShouldBe("golden.approved.txt", Golden.Write(Goldens.Of(wire)));

    [Fact]
    public void Goldens_Approved_AreReadAndWrittenAgainAsTheyAre()
    {
        var wrong = new List<string>();
        foreach (var golden in Golden.Read(ApprovedFile.Read("golden.approved.txt")).Where(golden => golden.Bytes.Length > 0))
        {
            var read = wire.Read(Convert.FromBase64String(golden.Bytes));
            wrong.AddRange(
                JsonNode.DeepEquals(golden.Value, ValueOf(golden, read)) ? [] : [$"{golden.Subject} is read as {ValueOf(golden, read)}"]
            );
            wrong.AddRange(
                Convert.ToBase64String(wire.Write(read)) == golden.Bytes
                    ? []
                    : [$"{golden.Subject} is written in another way after it was read"]
            );
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Goldens_OfTheLastRelease_AreStillRead()
    {
        var breaks = ContractBreaks.Read(ApprovedFile.Read("breaks.txt"));
        var wrong = Golden
            .Read(ApprovedFile.Read("golden.released.txt"))
            .Where(golden => !breaks.ContainsKey($"removed {golden.Subject}"))
            .SelectMany(Losses)
            .ToArray();
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Losses_OfAValueReadOtherwise_AreNamed()
    {
        var golden = Goldens.Of(wire).Single(golden => golden.Subject == "message burgernet.prefix-share");
        var older = golden with { Value = Portrait.Of(new PrefixShare("+31570", 1, 2))! };
        Assert.Equal(3, Losses(older).Count());
        Assert.All(Losses(older), loss => Assert.StartsWith("message burgernet.prefix-share.", loss, StringComparison.Ordinal));
    }

    [Fact]
    public void Losses_OfBytesThatNobodyKnows_SayWhatOrleansSaid()
    {
        var golden = Goldens.Of(wire).First(golden => golden.Bytes.Length > 0);
        Assert.Contains("cannot be read", Assert.Single(Losses(golden with { Bytes = "/w==" })), StringComparison.Ordinal);
    }

    [Fact]
    public void Losses_OfAStoredMemberThatIsNotReadAnyMore_AreNamed() =>
        Assert.Equal(
            "event selection-completed.later was written as 3 and is read as null",
            Assert.Single(Losses(new Golden("event selection-completed", JsonNode.Parse("""{"selected":3,"later":3}""")!, "")))
        );

    [Fact]
    public void NullsInside_OfAMemberThatTheSenderDidNotKnow_NameIt()
    {
        var sparse = (DossierPage)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(typeof(DossierPage));
        Assert.Contains("page.0 (Entries) is null", Assert.Single(NullsInside.Of(sparse, "page")), StringComparison.Ordinal);
    }

    private IEnumerable<string> Losses(Golden golden)
    {
        if (golden.Bytes.Length == 0)
        {
            return StoredLosses(golden);
        }

        object read;
        try
        {
            read = wire.Read(Convert.FromBase64String(golden.Bytes));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return [$"{golden.Subject} cannot be read: {exception.Message}"];
        }

        return Portrait.Losses(golden.Value, ValueOf(golden, read), golden.Subject).Concat(NullsInside.Of(read, golden.Subject));
    }

    /// <summary>What is stored as JSON must come out whole when it is read and written again; entries of lanes are read by one record that holds what any may say.</summary>
    private static IEnumerable<string> StoredLosses(Golden golden)
    {
        if (StoredContracts.Events.FirstOrDefault(found => golden.Subject == $"event {found.Name}") is not { Data: { } data })
        {
            return [];
        }

        var again = JsonNode.Parse(Goldens.Again(data, golden.Value.ToJsonString()))!.AsObject();
        return golden
            .Value.AsObject()
            .SelectMany(member => Portrait.Losses(member.Value, again[member.Key], $"{golden.Subject}.{member.Key}"));
    }

    private static JsonNode ValueOf(Golden golden, object read) =>
        golden.Subject.StartsWith("method ", StringComparison.Ordinal) ? Goldens.Arguments(read) : Portrait.Of(read)!;
}
