using System.Globalization;
using Burgernet.Cells;
using Burgernet.Imports;
using Burgernet.Participants;

namespace Burgernet.Grains.Imports;

/// <summary>Turns the fields of a row into a sign-up. What cannot be read is refused here; whether what was read may be is the register's policy.</summary>
/// <param name="header">Where the columns stand.</param>
/// <param name="source">Where the file comes from.</param>
/// <param name="groups">The bits of the configured target groups by their ids.</param>
internal sealed class ImportRowReader(ImportHeader header, string source, IReadOnlyDictionary<string, ulong> groups)
{
    private const int LongestReference = 64;
    private const int EarliestYear = 2000;

    private static readonly ImportColumn[] PhoneColumns = [ImportColumns.Phone, ImportColumns.Phone2, ImportColumns.Phone3];

    private static readonly string[] DateForms =
    [
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd HH:mm:ssK",
    ];

    /// <summary>Reads a row.</summary>
    /// <param name="fields">As many as the header has.</param>
    /// <param name="now">The time.</param>
    /// <param name="refusals">Every reason against it is added here.</param>
    /// <returns>The row; of use only where nothing was refused, and to find more reasons.</returns>
    public ImportedRow Read(CsvFields fields, DateTimeOffset now, RowRefusals refusals)
    {
        var row = new Values(this, fields, refusals);
        var reference = row.Needed(ImportColumns.Reference);
        if (reference.Length > LongestReference)
        {
            refusals.Add(ImportColumns.Reference, ImportRefusalCode.ReferenceTooLong);
        }

        row.Needed(ImportColumns.Name);
        row.Needed(ImportColumns.Phone);
        var phones = Array.FindAll(PhoneColumns, column => row.Text(column).Length > 0);
        var profile = new ParticipantProfile
        {
            Name = (PersonalText)row.Text(ImportColumns.Name),
            Phones = [.. phones.Select(column => (PersonalText)row.Text(column))],
            Email = row.Text(ImportColumns.Email) is { Length: > 0 } email ? (PersonalText)email : null,
            Language = row.Word(ImportColumns.Language, ImportWords.Languages, Language.Dutch, ParticipantRefusalCode.LanguageUnknown),
            BirthYear = row.Number(ImportColumns.BirthYear),
            Kind = row.Word(ImportColumns.Kind, ImportWords.Kinds, ParticipantKind.Citizen, ParticipantRefusalCode.KindUnknown),
            TargetGroups = Groups(row),
            WantsArticles = row.YesOrNo(ImportColumns.Articles),
            Locations = [.. ImportColumns.Locations.Select(row.Location).OfType<ParticipantLocation>()],
        };
        return new ImportedRow(reference, Registration(row, profile, now), row.Date(ImportColumns.SignedUpAt, now), phones);
    }

    private Registration Registration(Values row, ParticipantProfile profile, DateTimeOffset now)
    {
        row.Needed(ImportColumns.LegalBasis);
        var consentAt = row.Date(ImportColumns.ConsentAt, now);
        return new Registration
        {
            Profile = profile,
            Source = source,
            LegalBasis = row.Word(
                ImportColumns.LegalBasis,
                ImportWords.LegalBases,
                LegalBasis.PublicTask,
                ParticipantRefusalCode.LegalBasisUnknown
            ),
            Consent = consentAt is { } at ? new Consent(at, row.Text(ImportColumns.ConsentText)) : null,
            ConfirmedBy = row.Word(
                ImportColumns.Confirmed,
                ImportWords.Confirmations,
                ConfirmationMethod.None,
                ParticipantRefusalCode.ConfirmationMissing
            ),
        };
    }

    private ulong Groups(Values row)
    {
        var mask = 0UL;
        foreach (var id in ImportWords.Split(row.Text(ImportColumns.Groups)))
        {
            if (!groups.TryGetValue(id, out var bit))
            {
                row.Refuse(ImportColumns.Groups, ParticipantRefusalCode.TargetGroupUnknown);
            }

            mask |= bit;
        }

        return mask;
    }

    /// <summary>The values of one row.</summary>
    private readonly struct Values(ImportRowReader reader, CsvFields fields, RowRefusals refusals)
    {
        public string Text(ImportColumn column) => reader.FieldOf(column) is >= 0 and var field ? fields.Text(field) : "";

        public void Refuse(ImportColumn column, ParticipantRefusalCode code) => refusals.Add(column, code);

        public string Needed(ImportColumn column)
        {
            var text = Text(column);
            if (text.Length == 0)
            {
                refusals.Add(column, ImportRefusalCode.ValueMissing);
            }

            return text;
        }

        public T Word<T>(ImportColumn column, IReadOnlyDictionary<string, T> words, T otherwise, ParticipantRefusalCode unknown)
        {
            var text = Text(column);
            if (words.TryGetValue(text, out var value))
            {
                return value;
            }

            if (text.Length > 0)
            {
                refusals.Add(column, unknown);
            }

            return otherwise;
        }

        public int Number(ImportColumn column)
        {
            if (!int.TryParse(Needed(column), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                refusals.Add(column, ImportRefusalCode.NotANumber);
            }

            return number;
        }

        public bool YesOrNo(ImportColumn column)
        {
            var text = Text(column);
            if (text.Length > 0 && !ImportWords.YesAndNo.ContainsKey(text))
            {
                refusals.Add(column, ImportRefusalCode.NotYesOrNo);
            }

            return ImportWords.YesAndNo.GetValueOrDefault(text);
        }

        /// <summary>A day (it begins in Dutch time) or an instant with its offset; null where there is none.</summary>
        public DateTimeOffset? Date(ImportColumn column, DateTimeOffset now)
        {
            var text = Text(column);
            if (text.Length == 0)
            {
                return null;
            }

            DateTimeOffset at;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                at = ImportWords.BeginningOf(day);
            }
            else if (
                !DateTimeOffset.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out at)
                || !(text.EndsWith('Z') || text.AsSpan(Math.Max(0, text.Length - 6)).IndexOfAny('+', '-') == 0)
            )
            {
                refusals.Add(column, ImportRefusalCode.NotADate);
                return null;
            }

            if (at > now || at.Year < EarliestYear)
            {
                refusals.Add(column, ImportRefusalCode.DateImpossible);
                return null;
            }

            return at.ToUniversalTime();
        }

        public ParticipantLocation? Location(LocationColumns columns)
        {
            var self = this;
            if (columns.Number > 1 && columns.All.All(column => self.Text(column).Length == 0))
            {
                return null;
            }

            var label = PartOfLocation(columns.Label);
            var point = new GeoPoint(Degrees(columns.Latitude), Degrees(columns.Longitude));
            var channels = Channels(columns.Channels);
            var hours = Hours(columns.Hours);
            return new ParticipantLocation
            {
                Number = columns.Number,
                Label = (PersonalText)label,
                Point = point,
                Address = Address(columns),
                Channels = channels,
                Hours = hours,
            };
        }

        private string PartOfLocation(ImportColumn column)
        {
            var text = Text(column);
            if (text.Length == 0)
            {
                refusals.Add(column, ImportRefusalCode.LocationIncomplete);
            }

            return text;
        }

        private double Degrees(ImportColumn column)
        {
            var text = PartOfLocation(column);
            if (reader.DecimalComma)
            {
                text = text.Replace(',', '.');
            }

            const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
            if (!double.TryParse(text, Plain, CultureInfo.InvariantCulture, out var degrees) || !double.IsFinite(degrees))
            {
                refusals.Add(column, ImportRefusalCode.NotANumber);
                return double.NaN;
            }

            return degrees;
        }

        private ContactChannels Channels(ImportColumn column)
        {
            var channels = ContactChannels.None;
            foreach (var word in ImportWords.Split(PartOfLocation(column)))
            {
                if (!ImportWords.Channels.TryGetValue(word, out var channel))
                {
                    refusals.Add(column, ImportRefusalCode.ChannelUnknown);
                }

                channels |= channel;
            }

            return channels;
        }

        private WeeklyHours Hours(ImportColumn column)
        {
            if (!HoursText.TryRead(Text(column), out var hours))
            {
                refusals.Add(column, ImportRefusalCode.HoursInvalid);
            }

            return hours;
        }

        private DutchAddress? Address(LocationColumns columns)
        {
            var (postcode, number, addition) = (Text(columns.Postcode), Text(columns.HouseNumber), Text(columns.Addition));
            if (postcode.Length == 0 && number.Length == 0 && addition.Length == 0)
            {
                return null;
            }

            PartOfLocation(columns.Postcode);
            PartOfLocation(columns.HouseNumber);
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var houseNumber))
            {
                refusals.Add(columns.HouseNumber, ImportRefusalCode.NotANumber);
            }

            return new DutchAddress((PersonalText)postcode, houseNumber, addition.Length == 0 ? null : (PersonalText)addition);
        }
    }

    private bool DecimalComma => header.DecimalComma;

    private int FieldOf(ImportColumn column) => header.FieldOf(column);
}
