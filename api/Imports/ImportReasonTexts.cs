using Burgernet.Imports;

namespace Burgernet.Api.Imports;

/// <summary>What the import itself says, in English and Dutch. {0} is a line, {1} a column, {2} a number of rows.</summary>
internal static class ImportReasonTexts
{
    /// <summary>Why a row was refused.</summary>
    public static (string English, string Dutch) Of(ImportRefusalCode code) =>
        code switch
        {
            ImportRefusalCode.LineTooLong => ("The line is longer than a row can be.", "De regel is langer dan een rij kan zijn."),
            ImportRefusalCode.FieldsMissing => (
                "The line has fewer fields than the header.",
                "De regel heeft minder velden dan de kopregel."
            ),
            ImportRefusalCode.FieldsTooMany => (
                "The line has more fields than the header: a field with a delimiter in it stands in quotes.",
                "De regel heeft meer velden dan de kopregel: een veld met een scheidingsteken erin staat tussen aanhalingstekens."
            ),
            ImportRefusalCode.QuoteNotClosed => (
                "A quote is not closed on this line; a field cannot hold a line break.",
                "Een aanhalingsteken wordt op deze regel niet gesloten; in een veld kan geen regeleinde staan."
            ),
            ImportRefusalCode.TextAfterQuote => (
                "Text follows after a closing quote; a quote within a field is doubled.",
                "Na een sluitend aanhalingsteken volgt tekst; een aanhalingsteken in een veld wordt verdubbeld."
            ),
            ImportRefusalCode.ValueMissing => ("This is required and empty.", "Dit is verplicht en leeg."),
            ImportRefusalCode.ReferenceTooLong => ("A reference has at most 64 characters.", "Een referentie heeft hoogstens 64 tekens."),
            ImportRefusalCode.NotANumber => ("This is not a number.", "Dit is geen getal."),
            ImportRefusalCode.NotADate => (
                "This is not a date (2026-01-31) or a time with its offset (2026-01-31T12:00:00Z).",
                "Dit is geen datum (2026-01-31) of tijdstip met tijdzone (2026-01-31T12:00:00Z)."
            ),
            ImportRefusalCode.DateImpossible => (
                "This lies in the future, or before the year 2000.",
                "Dit ligt in de toekomst, of voor het jaar 2000."
            ),
            ImportRefusalCode.NotYesOrNo => ("This is yes or no.", "Dit is ja of nee."),
            ImportRefusalCode.ChannelUnknown => (
                "Channels are voice, sms and email, with spaces between them.",
                "Kanalen zijn telefoon, sms en e-mail, met spaties ertussen."
            ),
            ImportRefusalCode.HoursInvalid => (
                "Hours are written as 'mo-fr 08:00-18:00 | sa,su 10:00-01:00'; nothing is always.",
                "Uren worden geschreven als 'ma-vr 08:00-18:00 | za,zo 10:00-01:00'; niets is altijd."
            ),
            ImportRefusalCode.LocationIncomplete => (
                "A location has a label, a latitude, a longitude and channels; an address has a postcode and a house number.",
                "Een verblijflocatie heeft een omschrijving, een breedtegraad, een lengtegraad en kanalen; een adres heeft een postcode en een huisnummer."
            ),
            ImportRefusalCode.ReferenceRepeated => ("Line {0} has the same reference.", "Regel {0} heeft dezelfde referentie."),
            ImportRefusalCode.PhoneInOtherRow => ("Line {0} has the same phone number.", "Regel {0} heeft hetzelfde telefoonnummer."),
            ImportRefusalCode.ChangedSince => (
                "The participant was changed in the register since this source last told of them; change it there.",
                "De deelnemer is in het register gewijzigd sinds deze bron er het laatst over vertelde; wijzig het daar."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(code)),
        };

    /// <summary>Why a file was refused.</summary>
    public static (string English, string Dutch) Of(ImportFileProblemCode code) =>
        code switch
        {
            ImportFileProblemCode.Empty => ("The file has no rows.", "Het bestand heeft geen rijen."),
            ImportFileProblemCode.Windows1252 => (
                "Line {0} is not UTF-8, and looks like Windows-1252: save the file as 'CSV UTF-8'.",
                "Regel {0} is geen UTF-8, en ziet eruit als Windows-1252: sla het bestand op als 'CSV UTF-8'."
            ),
            ImportFileProblemCode.NotUtf8 => ("Line {0} is not UTF-8.", "Regel {0} is geen UTF-8."),
            ImportFileProblemCode.Utf16 => (
                "Line {0} is not UTF-8, and looks like UTF-16: save the file as 'CSV UTF-8'.",
                "Regel {0} is geen UTF-8, en ziet eruit als UTF-16: sla het bestand op als 'CSV UTF-8'."
            ),
            ImportFileProblemCode.NoHeader => (
                "The first line is not a header with the names of the columns.",
                "De eerste regel is geen kopregel met de namen van de kolommen."
            ),
            ImportFileProblemCode.ColumnUnknown => ("There is no column '{1}' here.", "Een kolom '{1}' is hier niet."),
            ImportFileProblemCode.ColumnRepeated => ("The column '{1}' is there twice.", "De kolom '{1}' is er twee keer."),
            ImportFileProblemCode.ColumnMissing => ("The column '{1}' is missing.", "De kolom '{1}' ontbreekt."),
            ImportFileProblemCode.TooManyRows => ("The file has more than {2} rows.", "Het bestand heeft meer dan {2} rijen."),
            ImportFileProblemCode.CutOff => ("The file breaks off in line {0}.", "Het bestand breekt af in regel {0}."),
            ImportFileProblemCode.UploadBroken => (
                "The upload broke off before the end of the file.",
                "Het versturen brak af voor het einde van het bestand."
            ),
            ImportFileProblemCode.DigestDiffers => (
                "What arrived is not what Content-Digest says.",
                "Wat aankwam is niet wat Content-Digest zegt."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(code)),
        };
}
