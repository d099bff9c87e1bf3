using Burgernet.H3;
using Burgernet.Participants;
using Burgernet.Practice;
using Burgernet.Silo.Demonstration;
using Xunit;

namespace Burgernet.Tests.Unit.Demonstration;

/// <summary>The invented register: who is in it, and how they lie over the country.</summary>
public sealed class InventedParticipantsTests
{
    private const int Seed = 2012;

    private static readonly List<Place> Places = DutchPlaces.Read();
    private static readonly InventedLandscape Country = new(Places, Places);
    private static readonly DateTimeOffset Until = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly List<InventedParticipant> Sample = [.. InventedParticipants.Create(Country, 30_000, Seed, Until)];

    [Fact]
    public void Participants_SameSeed_AreTheSameAndAFewAreTheFirstOfMany()
    {
        var few = InventedParticipants.Create(Country, 100, Seed, Until);

        Assert.Equal(few.Select(Described), Sample.Take(100).Select(Described), StringComparer.Ordinal);
    }

    [Fact]
    public void Participants_AnotherSeed_AreOthers() =>
        Assert.NotEqual(
            Described(Sample[0]),
            Described(InventedParticipants.Create(Country, 1, Seed + 1, Until).First()),
            StringComparer.Ordinal
        );

    [Fact]
    public void Participants_WholeCountry_AreMadeOneByOne() =>
        Assert.Equal("V0000000", InventedParticipants.Create(Country, 1_700_000, Seed, Until).First().Reference);

    [Fact]
    public void Participants_MoreThanThereAreNumbers_AreRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => InventedParticipants.Create(Country, InventedParticipants.Most + 1, Seed, Until));

    [Fact]
    public void Phones_OfAll_AreDistinctPracticeNumbers()
    {
        var phones = Sample.SelectMany(person => person.Registration.Profile.Phones).Select(phone => phone.Value).ToList();

        Assert.All(phones, phone => Assert.True(PracticeNumbers.IsPractice(phone)));
        Assert.Equal(phones.Count, phones.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Mails_OfAll_GoToDomainsThatNobodyHas() =>
        Assert.All(
            Sample.Select(person => person.Registration.Profile.Email).OfType<PersonalText>(),
            mail => Assert.Matches("^[a-z]+\\.[a-z]+\\.[0-9]+@example\\.(org|com|net)$", mail.Value)
        );

    [Fact]
    public void Locations_OfAll_AreOneToFiveAndTwoPointFourMillionForTheCountry()
    {
        Assert.All(Sample, person => Assert.InRange(person.Registration.Profile.Locations.Count, 1, 5));
        Assert.Equal(5, Sample.Max(person => person.Registration.Profile.Locations.Count));
        Assert.InRange(Sample.Average(person => person.Registration.Profile.Locations.Count), 1.39, 1.43);
    }

    [Fact]
    public void Locations_OverTheCountry_AreDenseInCentresAndThinInTheCountryside()
    {
        var cells = Sample
            .SelectMany(person => person.Registration.Profile.Locations)
            .CountBy(location => H3Grid.LatLngToCell(new LatLng(location.Point.Latitude, location.Point.Longitude), 8).Value)
            .Select(cell => cell.Value)
            .ToList();

        // In a sample of 30,000: a centre has some fifteen, most cells one or two.
        Assert.InRange(cells.Max(), 8, 30);
        Assert.True(cells.Count(count => count <= 2) > cells.Count / 2, "Most cells are thin");
        Assert.InRange(cells.Count, 8_000, 30_000);
    }

    [Fact]
    public void SignUps_OfAll_BecomeMoreTowardsTheEnd()
    {
        Assert.All(Sample, person => Assert.True(person.SignedUpAt <= Until && person.SignedUpAt > Until.AddDays(-(4 * 365) - 1)));
        var last = Sample.Count(person => person.SignedUpAt > Until.AddDays(-365));
        var first = Sample.Count(person => person.SignedUpAt < Until.AddDays(-3 * 365));
        Assert.True(last > 3 * first);
    }

    // Records of lists are equal only when the lists are the same object.
    private static string Described(InventedParticipant person)
    {
        var profile = person.Registration.Profile;
        var locations = profile.Locations.Select(location =>
            FormattableString.Invariant(
                $"{location.Label.Value} {location.Point.Latitude} {location.Point.Longitude} {location.Channels} {location.Hours} {location.Address?.Postcode.Value}"
            )
        );
        return FormattableString.Invariant(
            $"{person.Id} {profile.Name.Value} {profile.Email?.Value} {profile.BirthYear} {person.SignedUpAt:O} {string.Join('|', locations)}"
        );
    }
}
