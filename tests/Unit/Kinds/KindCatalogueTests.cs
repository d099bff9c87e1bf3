using System.ComponentModel.DataAnnotations;
using Burgernet.Actions;
using Burgernet.Grains.Kinds;
using Burgernet.Kinds;
using Burgernet.Participants;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Xunit;

namespace Burgernet.Tests.Unit.Kinds;

public sealed class KindCatalogueTests
{
    [Fact]
    public void Defaults_EveryKind_HasAPolicyOfItsOwnVersion()
    {
        var kinds = Catalogue().All;
        Assert.Equal(Enum.GetValues<ActionKind>(), kinds.Select(policy => policy.Kind));
        Assert.Equal(kinds.Count, kinds.Select(policy => policy.Version).Distinct(StringComparer.Ordinal).Count());
        Assert.All(
            kinds,
            policy =>
            {
                Assert.Equal(64, policy.Version.Length);
                Assert.True(policy.LargestAreaSquareKilometres > 0);
                Assert.True(policy.ConfirmAbove > 0);
                Assert.InRange(policy.RetryAfter.Count, 1, KindTimes.MostRetries);
                Assert.True(policy.Deadline > policy.RetryAfter.Aggregate(TimeSpan.Zero, (sum, after) => sum + after));
                Assert.Equal([Language.Dutch, Language.English], policy.Scripts.Select(script => script.Language));
                Assert.All(policy.Scripts, script => Assert.Contains(KindScript.Number, script.Closing, StringComparison.Ordinal));
            }
        );
    }

    [Fact]
    public void Defaults_Scripts_AreThoseOfThePlan()
    {
        var robbery = Catalogue().Of(ActionKind.Robbery).Scripts[0];
        Assert.Equal("Dit is een oproep voor Burgernet.", robbery.Opening);
        Assert.Equal(
            "Heeft u informatie over deze Burgernetactie, belt u dan met {number} en blijft u aan de lijn. Treed niet zelf op.",
            robbery.Closing
        );
        Assert.DoesNotContain("Treed", Catalogue().Of(ActionKind.MissingChild).Scripts[0].Closing, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ActionKind.MissingChild)]
    [InlineData(ActionKind.MissingPerson)]
    [InlineData(ActionKind.Disaster)]
    public void Defaults_WhenALifeIsAtStake_KnowNoQuietHours(ActionKind kind) => Assert.Null(Catalogue().Of(kind).QuietHours);

    [Fact]
    public void Settings_OfOneKind_StandOverItsDefaultsAndChangeOnlyItsVersion()
    {
        var before = Catalogue();
        var after = Catalogue(
            ("theft:Urgency", "low"),
            ("theft:QuietHours", "none"),
            ("theft:ConfirmAbove", "7"),
            ("theft:RetryAfter", "00:00:30, 00:02:00"),
            ("theft:Deadline", "none"),
            ("theft:LargestAreaSquareKilometres", "2.5"),
            ("theft:EuroPerMinute", "0.05"),
            ("theft:OpeningDutch", "Burgernet.")
        );
        var theft = after.Of(ActionKind.Theft);
        Assert.Equal((Urgency.Low, null, 7, 2.5), (theft.Urgency, theft.QuietHours, theft.ConfirmAbove, theft.LargestAreaSquareKilometres));
        Assert.Equal(new Tariff(DefaultKinds.EuroPerAnswer, 0.05m, DefaultKinds.EuroPerSms), theft.Tariff);
        Assert.Equal([TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2)], theft.RetryAfter);
        Assert.Null(theft.Deadline);
        Assert.Equal("Burgernet.", theft.Scripts[0].Opening);
        Assert.NotEqual(before.Of(ActionKind.Theft).Version, theft.Version, StringComparer.Ordinal);
        Assert.Equal(
            before.All.Skip(1).Select(policy => policy.Version),
            after.All.Where(policy => policy.Kind != ActionKind.Theft).Select(policy => policy.Version),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public void Version_SameSettings_IsTheSame() =>
        Assert.Equal(
            Catalogue(("robbery:ConfirmAbove", "9")).Of(ActionKind.Robbery).Version,
            Catalogue(("robbery:ConfirmAbove", "9")).Of(ActionKind.Robbery).Version
        );

    [Theory]
    [InlineData("murder:ConfirmAbove", "1", "murder")]
    [InlineData("theft:Urgency", "very", "Urgency")]
    [InlineData("theft:QuietHours", "22-8", "QuietHours")]
    [InlineData("theft:LargestAreaSquareKilometres", "0", "LargestArea")]
    [InlineData("theft:LargestAreaSquareKilometres", "NaN", "LargestArea")]
    [InlineData("theft:ConfirmAbove", "-1", "ConfirmAbove")]
    [InlineData("theft:RetryAfter", "", "RetryAfter")]
    [InlineData("theft:RetryAfter", "1", "RetryAfter")]
    [InlineData("theft:RetryAfter", "00:00:00", "RetryAfter")]
    [InlineData("theft:RetryAfter", "00:01:00,,00:01:00", "RetryAfter")]
    [InlineData("theft:RetryAfter", "00:01:00,00:01:00,00:01:00,00:01:00,00:01:00,00:01:00", "RetryAfter")]
    [InlineData("theft:Deadline", "30.00:00:00", "Deadline")]
    [InlineData("theft:Deadline", "soon", "Deadline")]
    [InlineData("theft:EuroPerMinute", "-0.01", "EuroPerMinute")]
    [InlineData("theft:OpeningDutch", " ", "OpeningDutch")]
    [InlineData("theft:ClosingEnglish", "Call us.", "{number}")]
    public void Settings_ThatCannotBeRight_AreRefusedWithTheReason(string key, string value, string says) =>
        Assert.Contains(Problems((key, value)), reason => reason.Contains(says, StringComparison.Ordinal));

    [Fact]
    public void Settings_ThatAreRight_HaveNoProblem() =>
        Assert.Empty(Problems(("theft:QuietHours", "21:30-07:15"), ("missing-child:ConfirmAbove", "0"), ("theft:Urgency", "urgent")));

    private static KindCatalogue Catalogue(params (string Key, string Value)[] settings) => new(Options.Create(Read(settings)));

    private static List<string> Problems(params (string Key, string Value)[] settings)
    {
        var options = Read(settings);
        return [.. options.Validate(new ValidationContext(options)).Select(result => result.ErrorMessage!)];
    }

    private static KindOptions Read((string Key, string Value)[] settings)
    {
        var options = new KindOptions();
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings.Select(setting => KeyValuePair.Create($"Burgernet:Kinds:{setting.Key}", (string?)setting.Value))
            )
            .Build()
            .GetSection(KindOptions.Section)
            .Bind(options);
        return options;
    }
}
