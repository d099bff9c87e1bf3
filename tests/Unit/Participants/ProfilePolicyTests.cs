using System.Globalization;
using Burgernet.Cells;
using Burgernet.Participants;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Participants;

public sealed class ProfilePolicyTests
{
    private static ParticipantProfile Good => RegisterBench.Profile;

    [Fact]
    public void Profile_AsTyped_GetsItsNormalForm()
    {
        var profile = RegisterBench.Accepted(Good with { Name = new PersonalText("  Zoe\u0308 ") }).Profile;
        Assert.Equal("Zo\u00EB", profile.Name.Value);
        Assert.Equal("+31620000001 +31570123456", string.Join(' ', profile.Phones.Select(phone => phone.Value)));
        Assert.Equal("Fatima@voorbeeld.nl", profile.Email?.Value);
        Assert.Equal(("7411KT", 12, "BIS"), Parts(profile.Locations[0].Address!));
    }

    [Fact]
    public void Profile_InItsNormalForm_StaysAsItIs()
    {
        var once = RegisterBench.Accepted(Good).Profile;
        Assert.Equivalent(once, RegisterBench.Accepted(once).Profile, strict: true);
    }

    // Dutch midnight is 23:00 UTC in winter.
    [Theory]
    [InlineData("2026-01-01T00:00:00Z", 2009, "")]
    [InlineData("2026-01-01T00:00:00Z", 2010, "TooYoung /birthYear")] // 15 until the birthday
    [InlineData("2026-12-31T22:59:59Z", 2010, "TooYoung /birthYear")]
    [InlineData("2026-12-31T23:00:00Z", 2010, "")]
    [InlineData("2026-12-31T23:00:00Z", 2011, "TooYoung /birthYear")]
    [InlineData("2026-06-01T00:00:00Z", 2026, "TooYoung /birthYear")]
    [InlineData("2026-06-01T00:00:00Z", 2027, "BirthYearInvalid /birthYear")]
    [InlineData("2026-06-01T00:00:00Z", 1906, "")]
    [InlineData("2026-06-01T00:00:00Z", 1905, "BirthYearInvalid /birthYear")]
    [InlineData("2026-06-01T00:00:00Z", 0, "BirthYearInvalid /birthYear")]
    public void BirthYear_AtTheEdge_LetsNobodyInWhoMayBeFifteen(string now, int year, string refused) =>
        Assert.Equal(
            refused,
            RegisterBench.Refusals(Good with { BirthYear = year }, DateTimeOffset.Parse(now, CultureInfo.InvariantCulture))
        );

    [Theory]
    [InlineData("", "NameMissing /name")]
    [InlineData("   ", "NameMissing /name")]
    [InlineData("Jan\u0000", "NameInvalid /name")]
    [InlineData("Jos\uFFFD", "NameInvalid /name")]
    [InlineData("half \uD83D", "NameInvalid /name")]
    [InlineData("\uD83D\uDE00 Jan", "")]
    public void Name_Strange_IsRefusedForItsReason(string name, string refused) =>
        Assert.Equal(refused, RegisterBench.Refusals(Good with { Name = new PersonalText(name) }));

    [Fact]
    public void Name_TooLong_IsRefused() =>
        Assert.Equal("NameInvalid /name", RegisterBench.Refusals(Good with { Name = new PersonalText(new string('a', 101)) }));

    [Theory]
    [InlineData("a@b.nl", true)]
    [InlineData("A.b+c@sub.voorbeeld.NL", true)]
    [InlineData("o'neil@voorbeeld.nl", true)]
    [InlineData("jan@bücher.example", true)]
    [InlineData(" a@b.nl ", true)]
    [InlineData("", false)]
    [InlineData("a", false)]
    [InlineData("@b.nl", false)]
    [InlineData("a@", false)]
    [InlineData("a@b", false)]
    [InlineData("a@b..nl", false)]
    [InlineData("a@-b.nl", false)]
    [InlineData("a@127.0.0.1", false)]
    [InlineData(".a@b.nl", false)]
    [InlineData("a..b@b.nl", false)]
    [InlineData("a b@b.nl", false)]
    [InlineData("a@b@c.nl", false)]
    [InlineData("Jan <a@b.nl>", false)]
    [InlineData("a\r\nBcc: x@b.nl", false)]
    public void Email_OfManyForms_IsAcceptedWhenItCanBeOne(string email, bool accepted) =>
        Assert.Equal(accepted ? "" : "EmailInvalid /email", RegisterBench.Refusals(Good with { Email = new PersonalText(email) }));

    [Theory]
    [InlineData("7411KT", 1, null, "")]
    [InlineData("7411 kt", 99_999, "2-hoog", "")]
    [InlineData("0411KT", 1, null, "PostcodeInvalid /locations/0/address")]
    [InlineData("7411SS", 1, null, "PostcodeInvalid /locations/0/address")]
    [InlineData("7411K", 1, null, "PostcodeInvalid /locations/0/address")]
    [InlineData("7411KTA", 1, null, "PostcodeInvalid /locations/0/address")]
    [InlineData("KT7411", 1, null, "PostcodeInvalid /locations/0/address")]
    [InlineData("74\u0661\u0661KT", 1, null, "PostcodeInvalid /locations/0/address")]
    [InlineData("7411KT", 0, null, "HouseNumberInvalid /locations/0/address")]
    [InlineData("7411KT", 100_000, null, "HouseNumberInvalid /locations/0/address")]
    [InlineData("7411KT", 1, "veel te lang", "HouseNumberInvalid /locations/0/address")]
    [InlineData("7411KT", 1, "<b>", "HouseNumberInvalid /locations/0/address")]
    public void Address_OfManyForms_IsAcceptedWhenItCanBeOne(string postcode, int number, string? addition, string refused) =>
        Assert.Equal(
            refused,
            RegisterBench.Refusals(
                With(location =>
                    location with
                    {
                        Address = new DutchAddress(
                            new PersonalText(postcode),
                            number,
                            addition is null ? null : new PersonalText(addition)
                        ),
                    }
                )
            )
        );

    [Theory]
    [InlineData(52.2551, 6.1639, "")]
    [InlineData(6.1639, 52.2551, "PointFarAway /locations/0/point")] // swapped
    [InlineData(0, 0, "PointFarAway /locations/0/point")]
    [InlineData(91, 6, "PointInvalid /locations/0/point")]
    [InlineData(52, 181, "PointInvalid /locations/0/point")]
    [InlineData(double.NaN, 6, "PointInvalid /locations/0/point")]
    [InlineData(52, double.PositiveInfinity, "PointInvalid /locations/0/point")]
    public void Point_Impossible_IsRefused(double latitude, double longitude, string refused) =>
        Assert.Equal(refused, RegisterBench.Refusals(With(location => location with { Point = new GeoPoint(latitude, longitude) })));

    [Fact]
    public void Channels_NeedWhatTheyGoBy()
    {
        Assert.Equal("ChannelsInvalid /locations/0/channels", RegisterBench.Refusals(With(Channels(ContactChannels.None))));
        Assert.Equal("ChannelsInvalid /locations/0/channels", RegisterBench.Refusals(With(Channels((ContactChannels)8))));
        Assert.Equal("EmailNeeded /locations/0/channels", RegisterBench.Refusals(Good with { Email = null }));
        Assert.Equal(
            "MobileNeeded /locations/0/channels",
            RegisterBench.Refusals(Good with { Phones = [new PersonalText("0570-123456")] })
        );
    }

    [Fact]
    public void Lists_TooManyOrTwice_AreRefused()
    {
        Assert.Equal("PhoneMissing /phones MobileNeeded /locations/0/channels", RegisterBench.Refusals(Good with { Phones = [] }));
        Assert.Equal(
            "PhoneRepeated /phones/2",
            RegisterBench.Refusals(Good with { Phones = [.. Good.Phones, new PersonalText("+31620000001")] })
        );
        Assert.StartsWith(
            "PhonesTooMany /phones",
            RegisterBench.Refusals(Good with { Phones = [.. Good.Phones, .. Good.Phones] }),
            StringComparison.Ordinal
        );
        Assert.Equal("LocationMissing /locations", RegisterBench.Refusals(Good with { Locations = [] }));
        Assert.Equal(
            "LocationNumberInvalid /locations/1/number",
            RegisterBench.Refusals(Good with { Locations = [Good.Locations[0], Good.Locations[0]] })
        );
        Assert.Equal("LocationNumberInvalid /locations/0/number", RegisterBench.Refusals(With(location => location with { Number = 6 })));
        Assert.Equal(
            "LocationsTooMany /locations",
            RegisterBench.Refusals(Good with { Locations = [.. Enumerable.Repeat(Good.Locations[0], 6)] })
        );
    }

    [Fact]
    public void Codes_ThatThereAreNot_AreRefused()
    {
        Assert.Equal("TargetGroupUnknown /targetGroups", RegisterBench.Refusals(Good with { TargetGroups = 2 }));
        Assert.Equal("", RegisterBench.Refusals(Good with { TargetGroups = 1 | (1UL << 63) }));
        Assert.Equal("LanguageUnknown /language", RegisterBench.Refusals(Good with { Language = (Language)9 }));
        Assert.Equal("KindUnknown /kind", RegisterBench.Refusals(Good with { Kind = (ParticipantKind)9 }));
    }

    [Fact]
    public void EveryReason_IsGivenAtOnce() =>
        Assert.Equal(
            "NameMissing /name PhonePremium /phones/1 EmailInvalid /email TooYoung /birthYear LabelInvalid /locations/0/label",
            RegisterBench.Refusals(
                With(location => location with { Label = new PersonalText("") }) with
                {
                    Name = default,
                    Phones = [Good.Phones[0], new PersonalText("0900-8844")],
                    Email = new PersonalText("x"),
                    BirthYear = 2015,
                }
            )
        );

    [Theory]
    [InlineData(LegalBasis.Consent, null, "", "ConsentMissing")]
    [InlineData(LegalBasis.PublicTask, null, "", "")]
    [InlineData(LegalBasis.Consent, "2026-03-01T12:04:00Z", "1", "")]
    [InlineData(LegalBasis.Consent, "2026-03-01T12:06:00Z", "1", "ConsentInvalid")]
    [InlineData(LegalBasis.Consent, "1999-03-01T12:06:00Z", "1", "ConsentInvalid")]
    [InlineData(LegalBasis.Consent, "2026-03-01T12:00:00Z", "", "ConsentInvalid")]
    [InlineData((LegalBasis)7, null, "", "LegalBasisUnknown")]
    public void Consent_WhereItIsTheBasis_MustBeThere(LegalBasis basis, string? at, string version, string refused)
    {
        var consent = at is null ? null : new Consent(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), version);
        var refusals = new List<ParticipantRefusal>();
        RegisterBench.Profiles.Check(
            RegisterBench.Registration with
            {
                LegalBasis = basis,
                Consent = consent,
            },
            RegisterBench.Now,
            refusals
        );
        Assert.Equal(refused, string.Join(' ', refusals.Select(refusal => refusal.Code)));
    }

    [Fact]
    public void AnyTexts_AreAcceptedOrRefused_ButNeverThrow() =>
        Gen.Select(Gen.String[0, 120], Gen.String[0, 60], Gen.String[0, 10])
            .Sample(
                (name, email, postcode) =>
                    RegisterBench.Refusals(
                        With(location =>
                            location with
                            {
                                Label = new PersonalText(email),
                                Address = new DutchAddress(new PersonalText(postcode), 1, new PersonalText(name)),
                            }
                        ) with
                        {
                            Name = new PersonalText(name),
                            Email = new PersonalText(email),
                            Phones = [new PersonalText(postcode)],
                        }
                    )
            );

    private static (string, int, string?) Parts(DutchAddress address) =>
        (address.Postcode.Value, address.HouseNumber, address.Addition?.Value);

    private static Func<ParticipantLocation, ParticipantLocation> Channels(ContactChannels channels) =>
        location => location with { Channels = channels };

    private static ParticipantProfile With(Func<ParticipantLocation, ParticipantLocation> change) =>
        Good with
        {
            Locations = [change(Good.Locations[0]), Good.Locations[1]],
        };
}
