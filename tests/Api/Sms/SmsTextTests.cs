using Burgernet.Api.Sms;
using Burgernet.Sms;
using Burgernet.Tests.Api.Hosting;
using Burgernet.Tests.Api.Problems;

namespace Burgernet.Tests.Api.Sms;

/// <summary>What texts cost as SMS, asked before anything is drafted.</summary>
public sealed class SmsTextTests(PracticeApi api) : IClassFixture<PracticeApi>
{
    [Fact]
    public async Task Text_Previewed_SaysWhatItTakes_WhatMakesItSo_AndOffersAnother()
    {
        using var response = await api.Client.PostAsync(
            "/v1/sms/preview",
            Requests.Json("""{"text":"’s middags","kind":"missing-child"}"""),
            TestContext.Current.CancellationToken
        );
        var measure = await Requests.ReadJson(response);
        Assert.Equal(
            ("ucs2", 2, 10, 90, 67, 44),
            (
                (string?)measure["encoding"],
                (int?)measure["segments"],
                (int?)measure["mostSegments"],
                (int?)measure["units"],
                (int?)measure["unitsPerSegment"],
                (int?)measure["unitsLeft"]
            )
        );
        Assert.Equal(("’", "'"), ((string?)measure["forcing"]![0]!["character"], (string?)measure["forcing"]![0]!["instead"]));
        var offer = measure["offer"]!;
        Assert.Equal(
            ("'s middags", 1, 70, 0.06m, 0.12m),
            (
                (string?)offer["text"],
                (int?)offer["segments"],
                (int?)offer["unitsLeft"],
                (decimal?)offer["euroPerPerson"],
                (decimal?)measure["euroPerPerson"]
            )
        );
        Assert.Equal("Door ’ en ê beslaat deze tekst 2 sms'en; anders geschreven 1.", (string?)measure["noticeDutch"]);

        using var unpriced = await api.Client.PostAsync(
            "/v1/sms/preview",
            Requests.Json("""{"text":"x"}"""),
            TestContext.Current.CancellationToken
        );
        Assert.Null((await Requests.ReadJson(unpriced))["euroPerPerson"]);
    }

    [Theory]
    [InlineData("""{"text":""}""", "empty", "text")]
    [InlineData("{}", "missing-field", "text")]
    [InlineData("""{"text":"x","kind":"other"}""", "unknown-kind", "kind")]
    [InlineData("""{"text":"x","to":"+31612345678"}""", "unknown-field", "to")]
    public async Task Text_PreviewedWrongly_IsRefusedNamingWhy(string body, string reason, string field) =>
        await ProblemAssert.Refused(
            api.Client,
            () => new HttpRequestMessage(HttpMethod.Post, "/v1/sms/preview") { Content = Requests.Json(body) },
            400,
            reason,
            field
        );

    [Theory]
    [InlineData("", 1, 0, null, null)]
    [InlineData(
        "’",
        2,
        1,
        "Door ’ beslaat deze tekst 2 sms'en; anders geschreven 1.",
        "Because of ’ this text takes 2 SMS; written otherwise 1."
    )]
    [InlineData(
        "🚨",
        1,
        0,
        "Door 🚨 passen er in deze sms 70 tekens in plaats van 160.",
        "Because of 🚨 this SMS holds 70 characters instead of 160."
    )]
    [InlineData(
        "🚨",
        3,
        0,
        "Door 🚨 passen er in elke sms 67 tekens in plaats van 153.",
        "Because of 🚨 each SMS holds 67 characters instead of 153."
    )]
    [InlineData(
        "",
        11,
        0,
        "Deze tekst beslaat 11 sms'en; ten hoogste 10 gaan als één bericht.",
        "This text takes 11 SMS; at most 10 go as one message."
    )]
    [InlineData(
        "êŝŵŷẑğ",
        2,
        1,
        "Door ê, ŝ, ŵ, ŷ, ẑ, … beslaat deze tekst 2 sms'en; anders geschreven 1.",
        "Because of ê, ŝ, ŵ, ŷ, ẑ, … this text takes 2 SMS; written otherwise 1."
    )]
    public void Notice_SaysWhatMakesItDear(string forcing, int segments, int offered, string? dutch, string? english)
    {
        var measure = new SmsMeasure
        {
            Encoding = forcing.Length == 0 ? SmsEncoding.Gsm7 : SmsEncoding.Ucs2,
            Units = 100,
            UnitsPerSegment = 67,
            UnitsLeft = 0,
            Segments = segments,
            MostSegments = 10,
            Forcing = [.. forcing.EnumerateRunes().Select(rune => new SmsForcing(rune.ToString(), null))],
            Offer = offered == 0 ? null : new SmsOffer("x", offered, 0),
            EuroPerSms = null,
        };
        Assert.Equal((dutch, english), SmsNotice.Of(measure));
    }
}
