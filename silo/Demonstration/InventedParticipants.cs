using System.Buffers.Binary;
using System.Globalization;
using Burgernet.Participants;

namespace Burgernet.Silo.Demonstration;

/// <summary>Invents participants one after the other: the same ones for the same seed, and the first thousand of a million are the thousand.</summary>
internal static class InventedParticipants
{
    /// <summary>Where all invented participants come from.</summary>
    public const string Source = "invented";

    /// <summary>The most that there are practice numbers for, two each.</summary>
    public const int Most = Practice.PracticeNumbers.Count / 2;

    /// <summary>They signed up in the four years before, ever more of them.</summary>
    private static readonly TimeSpan SignedUpWithin = TimeSpan.FromDays(4 * 365);

    /// <summary>Invents them.</summary>
    /// <param name="landscape">Where.</param>
    /// <param name="count">How many, at most <see cref="Most"/>.</param>
    /// <param name="seed">Which ones.</param>
    /// <param name="until">When the last of them signed up.</param>
    public static IEnumerable<InventedParticipant> Create(InventedLandscape landscape, int count, int seed, DateTimeOffset until)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Most);
        return Invent(landscape, count, seed, until);
    }

    private static IEnumerable<InventedParticipant> Invent(InventedLandscape landscape, int count, int seed, DateTimeOffset until)
    {
        var random = new Random(seed);
        var id = new byte[16];
        for (var index = 0; index < count; index++)
        {
            random.NextBytes(id);
            BinaryPrimitives.WriteInt32BigEndian(id, index);
            // A UUID of version 8 (RFC 9562 §5.8).
            id[6] = (byte)((id[6] & 0x0F) | 0x80);
            id[8] = (byte)((id[8] & 0x3F) | 0x80);
            var ago = SignedUpWithin * (1 - Math.Sqrt(random.NextDouble()));
            var signedUpAt = until - TimeSpan.FromMinutes(Math.Floor(ago.TotalMinutes));
            yield return new InventedParticipant(
                new Guid(id, bigEndian: true),
                string.Create(CultureInfo.InvariantCulture, $"V{index:D7}"),
                Register(new InventedPerson(landscape, index, random), signedUpAt),
                signedUpAt
            );
        }
    }

    private static Registration Register(InventedPerson person, DateTimeOffset signedUpAt) =>
        new()
        {
            Profile = person.Profile(signedUpAt.Year),
            Source = Source,
            LegalBasis = LegalBasis.Consent,
            Consent = new Consent(signedUpAt, "2012-01"),
            ConfirmedBy = person.ConfirmedBy,
        };
}
