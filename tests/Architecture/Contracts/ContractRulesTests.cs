using Xunit;

namespace Burgernet.Tests.Architecture.Contracts;

/// <summary>The rules for changes, each on a specimen that keeps it and one that breaks it.</summary>
public sealed class ContractRulesTests
{
    private const string Released = """
        grain burgernet.lane = grain
          burgernet.ILane 
        method burgernet.ILane/Add = Task<burgernet.lane-totals>
          0 band : int
        message burgernet.tip = sealed class Burgernet.Actions.Tip
          0 Text : string, LengthPrefixed
          1 Phone : string?, LengthPrefixed
        enum burgernet.call-end = int Burgernet.Dialing.CallEnd
          0 None
          3 Rejected
        bytes Burgernet.Cells.Candidate = 24 bytes
          0 ParticipantId : Guid
        event drafted = DraftedData
          kind  : ActionKind, required
        """;

    [Fact]
    public void Breaches_WhereNothingChanged_AreNone() => Assert.Empty(Breaches(Released));

    [Theory]
    [InlineData("  3 Rejected", "  3 Rejected\n  4 Withheld")]
    [InlineData("  1 Phone : string?, LengthPrefixed", "  1 Phone : string?, LengthPrefixed\n  2 At : DateTimeOffset, TagDelimited")]
    [InlineData("  0 band : int", "  0 band : int\n  1 terms : burgernet.terms?")]
    [InlineData("  0 band : int", "  0 band : int\n  1 message : int")]
    [InlineData("  kind  : ActionKind, required", "  kind  : ActionKind, required\n  media  : IReadOnlyList<Medium>?")]
    [InlineData("grain burgernet.lane = grain", "grain burgernet.other = grain\ngrain burgernet.lane = grain")]
    public void Breaches_OfWhatOldSendersLeaveOut_AreNone(string before, string after) => Assert.Empty(Breaches(Changed(before, after)));

    [Theory]
    [InlineData("  1 Phone : string?, LengthPrefixed\n", "", "removed message burgernet.tip 1")]
    [InlineData("  1 Phone", "  2 Phone", "renumbered message burgernet.tip 1")]
    [InlineData("  1 Phone : string?", "  1 Phone : int", "retyped message burgernet.tip 1")]
    [InlineData("  1 Phone : string?, LengthPrefixed", "  1 Phone : string?, TagDelimited", "retyped message burgernet.tip 1")]
    [InlineData("  1 Phone", "  1 Mail", "reused message burgernet.tip 1")]
    [InlineData("message burgernet.tip =", "message burgernet.hint =", "alias message burgernet.tip")]
    [InlineData("= sealed class", "= struct", "shape message burgernet.tip")]
    [InlineData("method burgernet.ILane/Add = Task<burgernet.lane-totals>\n  0 band : int\n", "", "removed method burgernet.ILane/Add")]
    [InlineData("Task<burgernet.lane-totals>", "Task", "shape method burgernet.ILane/Add")]
    [InlineData("  0 band : int", "  0 band : int\n  1 terms : burgernet.terms, not null", "demanding method burgernet.ILane/Add 1")]
    [InlineData("  3 Rejected", "  3 Withheld", "reused enum burgernet.call-end 3")]
    [InlineData("  3 Rejected", "  4 Rejected", "renumbered enum burgernet.call-end 3")]
    [InlineData("= 24 bytes", "= 28 bytes", "shape bytes Burgernet.Cells.Candidate")]
    [InlineData("  kind  : ActionKind, required", "  type  : ActionKind", "removed event drafted kind")]
    [InlineData(
        "  kind  : ActionKind, required",
        "  kind  : ActionKind, required\n  media  : string, required",
        "demanding event drafted media"
    )]
    [InlineData("  burgernet.ILane \n", "", "removed grain burgernet.lane burgernet.ILane")]
    public void Breaches_OfWhatNodesOfTheLastReleaseDoNotSurvive_SayWhichRule(string before, string after, string key) =>
        Assert.Equal(key, Assert.Single(Breaches(Changed(before, after))).Key);

    [Fact]
    public void Break_WithAReason_LetsItsBreachThroughAndNoOther()
    {
        var now = Changed("  1 Phone : string?, LengthPrefixed\n", "");
        Assert.Empty(Judge(now, "# why\nremoved message burgernet.tip 1: nobody ever sent it"));
        Assert.Contains("\"removed message burgernet.tip 1: your reason\"", Assert.Single(Judge(now, "")), StringComparison.Ordinal);
        Assert.Single(Judge(now, "removed message burgernet.tip 1: "));
    }

    [Fact]
    public void Break_OfWhatWasTakenOutEarlier_KeepsItsIdFromBeingUsedAgain()
    {
        const string Breaks = "removed message burgernet.tip 2: it told nobody anything";
        Assert.Empty(Judge(Released, Breaks));
        var again = Changed(
            "  1 Phone : string?, LengthPrefixed",
            "  1 Phone : string?, LengthPrefixed\n  2 Colour : string?, LengthPrefixed"
        );
        Assert.Contains("is there again", Assert.Single(Judge(again, Breaks)), StringComparison.Ordinal);
    }

    [Fact]
    public void Break_ThatLetsNothingThrough_IsToBeTakenOut() =>
        Assert.Contains(
            "take the line out",
            Assert.Single(Judge(Released, "retyped message burgernet.tip 1: once")),
            StringComparison.Ordinal
        );

    private static string Changed(string before, string after)
    {
        Assert.Contains(before, Released, StringComparison.Ordinal);
        return Released.Replace(before, after, StringComparison.Ordinal);
    }

    private static IEnumerable<ContractBreach> Breaches(string now) =>
        ContractRules.Breaches(ContractText.Read(Released), ContractText.Read(now));

    private static IEnumerable<string> Judge(string now, string breaks) =>
        ContractBreaks.Judge([.. Breaches(now)], ContractBreaks.Read(breaks), ContractText.Read(now));
}
