using System.Globalization;
using System.Text;
using Burgernet.Grains.Imports;
using Burgernet.Participants;

namespace Burgernet.Silo.Demonstration;

/// <summary>Writes invented participants as a file that can be imported: every column, RFC 4180, UTF-8.</summary>
internal static class InventedCsv
{
    /// <summary>Writes them as they come.</summary>
    /// <returns>How many participants and locations were written.</returns>
    public static (int Participants, int Locations) Write(TextWriter writer, IEnumerable<InventedParticipant> participants)
    {
        writer.NewLine = "\r\n";
        writer.WriteLine(string.Join(',', ImportColumns.All.Select(column => column.English)));
        var (people, places) = (0, 0);
        var values = new string[ImportColumns.All.Count];
        var line = new StringBuilder();
        foreach (var participant in participants)
        {
            Array.Fill(values, "");
            Fill(values, participant);
            writer.WriteLine(line.Clear().AppendJoin(',', values));
            people++;
            places += participant.Registration.Profile.Locations.Count;
        }

        return (people, places);
    }

    private static void Fill(string[] values, InventedParticipant participant)
    {
        var registration = participant.Registration;
        var profile = registration.Profile;
        Set(ImportColumns.Reference, participant.Reference);
        Set(ImportColumns.Name, profile.Name.Value);
        Set(ImportColumns.Phone, profile.Phones[0].Value);
        Set(ImportColumns.Phone2, profile.Phones.ElementAtOrDefault(1).Value);
        Set(ImportColumns.Email, profile.Email?.Value);
        Set(ImportColumns.Language, profile.Language == Language.English ? "en" : "nl");
        Set(ImportColumns.BirthYear, Number(profile.BirthYear));
        Set(ImportColumns.Kind, profile.Kind == ParticipantKind.Professional ? "professional" : "citizen");
        Set(ImportColumns.Articles, profile.WantsArticles ? "yes" : "no");
        Set(ImportColumns.LegalBasis, "consent");
        Set(ImportColumns.ConsentAt, Time(registration.Consent!.At));
        Set(ImportColumns.ConsentText, registration.Consent.TextVersion);
        Set(ImportColumns.Confirmed, WordOf(registration.ConfirmedBy));
        Set(ImportColumns.SignedUpAt, Time(participant.SignedUpAt));
        foreach (var location in profile.Locations)
        {
            var columns = ImportColumns.Locations[location.Number - 1];
            Set(columns.Label, location.Label.Value);
            Set(columns.Latitude, Number(location.Point.Latitude));
            Set(columns.Longitude, Number(location.Point.Longitude));
            Set(columns.Postcode, location.Address?.Postcode.Value);
            Set(columns.HouseNumber, location.Address is { } address ? Number(address.HouseNumber) : null);
            Set(columns.Addition, location.Address?.Addition?.Value);
            Set(columns.Channels, WordsOf(location.Channels));
            Set(columns.Hours, HoursText.Write(location.Hours));
        }

        void Set(ImportColumn column, string? value) => values[column.Ordinal] = Quoted(value ?? "");
    }

    private static string WordOf(ConfirmationMethod method) =>
        method switch
        {
            ConfirmationMethod.SignedCard => "card",
            ConfirmationMethod.EmailToken => "email",
            ConfirmationMethod.SmsCode => "sms",
            _ => "",
        };

    private static string WordsOf(ContactChannels channels) =>
        string.Join(
            ' ',
            new[] { (ContactChannels.Voice, "voice"), (ContactChannels.Sms, "sms"), (ContactChannels.Email, "email") }
                .Where(channel => channels.HasFlag(channel.Item1))
                .Select(channel => channel.Item2)
        );

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Quoted(string value) =>
        value.AsSpan().ContainsAny(',', '"') ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
}
