using System.Globalization;
using Burgernet.Participants;

namespace Burgernet.Grains.Imports;

/// <summary>Which column of a file the register's policy speaks of when it names a field of a profile.</summary>
internal static class PolicyColumns
{
    /// <summary>The column, or null when it is about the whole row.</summary>
    /// <param name="refusal">What the policy said.</param>
    /// <param name="row">The row that it looked at.</param>
    public static ImportColumn? Of(ParticipantRefusal refusal, ImportedRow row)
    {
        var path = (refusal.Field ?? "").Split('/');
        return path is ["", var first, .. var rest]
            ? first switch
            {
                "name" => ImportColumns.Name,
                "phones" => Item(rest, row.Phones) ?? ImportColumns.Phone,
                "email" => ImportColumns.Email,
                "language" => ImportColumns.Language,
                "birthYear" => ImportColumns.BirthYear,
                "kind" => ImportColumns.Kind,
                "targetGroups" => ImportColumns.Groups,
                "legalBasis" => ImportColumns.LegalBasis,
                "confirmedBy" => ImportColumns.Confirmed,
                "consent" => row.Registration.Consent is null ? ImportColumns.ConsentAt : ImportColumns.ConsentText,
                "locations" => Location(rest, refusal.Code, row),
                _ => null,
            }
            : null;
    }

    /// <summary>Of a point, the longitude: what was said of it the latitude need not say again. Null for any other column.</summary>
    public static ImportColumn? OtherHalf(ImportColumn? column) =>
        Array.Find(ImportColumns.Locations, location => ReferenceEquals(location.Latitude, column))?.Longitude;

    private static ImportColumn? Location(string[] rest, ParticipantRefusalCode code, ImportedRow row)
    {
        var number = Item(rest, row.Registration.Profile.Locations)?.Number ?? 1;
        var columns = ImportColumns.Locations[number - 1];
        return rest is [_, var part, ..]
            ? part switch
            {
                "label" => columns.Label,
                "point" => columns.Latitude,
                "address" => code == ParticipantRefusalCode.HouseNumberInvalid ? columns.HouseNumber : columns.Postcode,
                "channels" => columns.Channels,
                "hours" => columns.Hours,
                _ => columns.Label,
            }
            : columns.Label;
    }

    private static T? Item<T>(string[] rest, IReadOnlyList<T> items)
        where T : class =>
        rest is [var index, ..] && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < items.Count
            ? items[i]
            : null;
}
