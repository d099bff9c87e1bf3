using System.Reflection;
using System.Text.RegularExpressions;
using Burgernet.Api.Problems;
using Burgernet.Participants;

namespace Burgernet.Tests.Api.Problems;

public sealed partial class ProblemCatalogueTests
{
    private static readonly List<ProblemReason> Reasons =
    [
        .. new[]
        {
            typeof(RequestReasons),
            typeof(AccessReasons),
            typeof(AreaReasons),
            typeof(ActionReasons),
            typeof(ImportReasons),
            typeof(ParticipantReasons),
            typeof(SignupReasons),
            typeof(SpeechReasons),
            typeof(NodeReasons),
            typeof(SmsReasons),
        }
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => (ProblemReason)field.GetValue(null)!)
            .Concat(Enum.GetValues<ParticipantRefusalCode>().Select(ParticipantReasons.Of))
            .Distinct(),
    ];

    [Fact]
    public void Reason_Each_HasACodeOfItsOwnAndTheSamePlaceholdersInBothLanguages()
    {
        Assert.Equal(Reasons.Count, Reasons.Select(reason => reason.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.All(
            Reasons,
            reason =>
            {
                Assert.Matches(Kebab(), reason.Code);
                Assert.Equal(Placeholders(reason.English), Placeholders(reason.Dutch));
                Assert.True(reason.English[^1] is '.' or '?');
                Assert.True(reason.Dutch[^1] is '.' or '?');
            }
        );
    }

    [Fact]
    public void Type_Each_HasAReason()
    {
        var types = typeof(ProblemTypes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null));
        Assert.All(types, type => Assert.Contains(Reasons, reason => ReferenceEquals(reason.Type, type)));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("nl", true)]
    [InlineData("nl-BE, en;q=0.8", true)]
    [InlineData("en, nl;q=0.9", false)]
    [InlineData("de, nl;q=0.5, en;q=0.4", true)]
    [InlineData("nl;q=0", false)]
    [InlineData("*", false)]
    [InlineData("nl, en", false)]
    [InlineData(";;;", false)]
    public void Language_ByAcceptLanguage_IsDutchOnlyWhenPreferred(string? header, bool dutch) =>
        Assert.Equal(dutch, ProblemLanguage.IsDutch(header));

    private static string Placeholders(string text) =>
        string.Join(
            ' ',
            Placeholder().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        );

    [GeneratedRegex(@"\A[a-z]+(-[a-z]+)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kebab();

    [GeneratedRegex(@"\{\d\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
