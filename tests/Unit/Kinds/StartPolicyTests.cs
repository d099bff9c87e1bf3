using Burgernet.Actions;
using Burgernet.Grains.Kinds;
using Burgernet.Kinds;
using Xunit;

namespace Burgernet.Tests.Unit.Kinds;

public sealed class StartPolicyTests
{
    private static readonly DateTimeOffset Day = new(2026, 1, 10, 12, 0, 0, TimeSpan.FromHours(1));
    private static readonly DateTimeOffset Night = new(2026, 1, 10, 23, 0, 0, TimeSpan.FromHours(1));
    private static readonly DateTimeOffset Morning = new(2026, 1, 11, 8, 0, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData(49.9, false)]
    [InlineData(50.0, false)]
    [InlineData(50.1, true)]
    public void OfArea_AgainstTheLargest_IsRefusedAbove(double squareKilometres, bool refused)
    {
        var problem = StartPolicy.OfArea(Policy(), squareKilometres);
        Assert.Equal(refused ? new ActionProblem(ActionProblemCode.AreaTooLargeForKind, Value: 50.1, Limit: 50) : null, problem);
    }

    [Fact]
    public void OfHour_ByDayOrWithoutQuietHours_IsFree()
    {
        Assert.Null(StartPolicy.OfHour(Policy(), new StartTerms(), Day));
        Assert.Null(StartPolicy.OfHour(Policy() with { QuietHours = null }, new StartTerms(), Night));
    }

    [Fact]
    public void OfHour_ByNight_TakesAReasonWhereTheKindAllowsOne()
    {
        var problem = new ActionProblem(ActionProblemCode.QuietHours, Until: Morning.ToUniversalTime());
        Assert.Equal(problem, StartPolicy.OfHour(Policy(), new StartTerms(), Night));
        Assert.Null(StartPolicy.OfHour(Policy(), new StartTerms(QuietHoursOverride: "Dader in de wijk"), Night));
        Assert.Equal(
            problem with
            {
                Code = ActionProblemCode.QuietHoursFixed,
            },
            StartPolicy.OfHour(Policy() with { QuietHoursMayBeOverridden = false }, new StartTerms(QuietHoursOverride: "Toch"), Night)
        );
    }

    [Theory]
    [InlineData(100, null, false)]
    [InlineData(101, null, true)]
    [InlineData(101, 100, false)]
    [InlineData(500, 0, true)]
    [InlineData(500, 454, true)]
    [InlineData(500, 455, false)]
    [InlineData(500, 500, false)]
    [InlineData(int.MaxValue, int.MaxValue, false)]
    public void OfPeople_AgainstTheThreshold_TakesAConfirmationGoodForATenthMore(int people, int? confirmed, bool refused)
    {
        var problem = StartPolicy.OfPeople(Policy(), new StartTerms(confirmed), people);
        Assert.Equal(refused ? new ActionProblem(ActionProblemCode.ConfirmationNeeded, Value: people, Limit: 100) : null, problem);
    }

    private static KindPolicy Policy() =>
        new()
        {
            Kind = ActionKind.Theft,
            Urgency = Urgency.Normal,
            QuietHours = QuietHours.Parse("22:00-08:00"),
            QuietHoursMayBeOverridden = true,
            LargestAreaSquareKilometres = 50,
            ConfirmAbove = 100,
            Tariff = new Tariff(0, 0),
            Scripts = [],
            Version = "",
        };
}
