using System.Globalization;
using Burgernet.Grains.Participants;

namespace Burgernet.Grains.Imports;

/// <summary>The columns of an import file; described in docs/register.md.</summary>
internal static class ImportColumns
{
    private static readonly List<ImportColumn> Known = [];

    public static readonly ImportColumn Reference = Required("reference", "referentie");
    public static readonly ImportColumn Name = Required("name", "naam");
    public static readonly ImportColumn Phone = Required("phone", "telefoon");
    public static readonly ImportColumn Phone2 = Optional("phone2", "telefoon2");
    public static readonly ImportColumn Phone3 = Optional("phone3", "telefoon3");
    public static readonly ImportColumn Email = Optional("email", "e-mail");
    public static readonly ImportColumn Language = Optional("language", "taal");
    public static readonly ImportColumn BirthYear = Required("birth_year", "geboortejaar");
    public static readonly ImportColumn Kind = Optional("kind", "soort");
    public static readonly ImportColumn Groups = Optional("groups", "doelgroepen");
    public static readonly ImportColumn Articles = Optional("articles", "artikelen");
    public static readonly ImportColumn LegalBasis = Required("legal_basis", "grondslag");
    public static readonly ImportColumn ConsentAt = Optional("consent_at", "toestemming_op");
    public static readonly ImportColumn ConsentText = Optional("consent_text", "toestemming_tekst");
    public static readonly ImportColumn Confirmed = Optional("confirmed", "bevestigd");
    public static readonly ImportColumn SignedUpAt = Optional("signed_up_at", "aangemeld_op");

    /// <summary>Those of the locations, by their numbers.</summary>
    public static readonly LocationColumns[] Locations = [.. Enumerable.Range(1, RegisterOptions.MostLocations).Select(Location)];

    /// <summary>All of them, by their ordinals.</summary>
    public static IReadOnlyList<ImportColumn> All => Known;

    /// <summary>A column by its English name.</summary>
    public static ImportColumn Named(string english) => Known.Find(column => column.English == english)!;

    private static ImportColumn Required(string english, string dutch) => Add(english, dutch, isRequired: true);

    private static ImportColumn Optional(string english, string dutch) => Add(english, dutch, isRequired: false);

    private static ImportColumn Add(string english, string dutch, bool isRequired)
    {
        var column = new ImportColumn(Known.Count, english, dutch, isRequired);
        Known.Add(column);
        return column;
    }

    private static LocationColumns Location(int number)
    {
        return new LocationColumns
        {
            Number = number,
            Label = Numbered("label", "omschrijving"),
            Latitude = Numbered("latitude", "breedtegraad"),
            Longitude = Numbered("longitude", "lengtegraad"),
            Postcode = Optional(Text("postcode"), Text("postcode")),
            HouseNumber = Optional(Text("house_number"), Text("huisnummer")),
            Addition = Optional(Text("addition"), Text("toevoeging")),
            Channels = Numbered("channels", "kanalen"),
            Hours = Optional(Text("hours"), Text("uren")),
        };

        ImportColumn Numbered(string english, string dutch) => Add(Text(english), Text(dutch), isRequired: number == 1);
        string Text(string name) => string.Create(CultureInfo.InvariantCulture, $"{name}{number}");
    }
}
