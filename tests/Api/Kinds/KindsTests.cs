using Burgernet.Tests.Api.Hosting;

namespace Burgernet.Tests.Api.Kinds;

public sealed class KindsTests(PracticeApi api) : IClassFixture<PracticeApi>
{
    [Fact]
    public async Task Kinds_Read_ShowWhatHoldsForEach()
    {
        using var response = await api.Client.GetAsync("/v1/kinds", TestContext.Current.CancellationToken);
        var kinds = (await Requests.ReadJson(response))["kinds"]!.AsArray();

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(
            """{"kind":"prevention","nameDutch":"preventie","nameEnglish":"prevention","urgency":"low","quietHours":"21:00-09:00","quietHoursMayBeOverridden":false,"retryAfterSeconds":[60,180],"deadlineMinutes":120,"largestAreaSquareKilometres":12.5,"confirmAbove":2000,"euroPerAnswer":0.01,"euroPerMinute":0.02,"euroPerSms":0,"media":["voice"],"scripts":{"nl":{"opening":"Dit is een oproep.","closing":"Bel {number}."},"en":{"opening":"A call.","closing":"Call {number}."}},"version":"ab12"}""",
            kinds[0]!.ToJsonString()
        );
        Assert.Equal("urgent", (string?)kinds[1]!["urgency"]);
        Assert.Null(kinds[1]!["quietHours"]);
    }
}
