using System.Text.Json;
using Burgernet.Actions;
using Burgernet.Api.Cells;
using Burgernet.Api.Json;
using Burgernet.Api.Messages;
using Burgernet.Api.Problems;

namespace Burgernet.Api.Actions;

/// <summary>Turns what was uploaded into a draft, or says what is wrong with it.</summary>
internal sealed class DraftReader(MessageReader messages, IMunicipalityBorders borders)
{
    /// <summary>The most characters of a description.</summary>
    public const int MaxDescription = 2000;

    /// <summary>The most characters of an incident number.</summary>
    public const int MaxIncidentNumber = 64;

    private static readonly Dictionary<string, ActionKind> Kinds = Enum.GetValues<ActionKind>()
        .ToDictionary(kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()), StringComparer.Ordinal);

    private static readonly Dictionary<string, Medium> MediaNames = Enum.GetValues<Medium>()
        .ToDictionary(medium => JsonNamingPolicy.KebabCaseLower.ConvertName(medium.ToString()), StringComparer.Ordinal);

    public async Task<ActionDraft?> Read(DraftUpload upload, string controlRoom, ApiOptions limits, ProblemSink problems)
    {
        if (!upload.Parts.TryGetValue(DraftUpload.Action, out var json))
        {
            problems.Add(RequestReasons.MissingField, DraftUpload.Action, DraftUpload.Action);
            return null;
        }

        var fields = JsonFields.Parse(
            json,
            DraftUpload.Action,
            problems,
            "kind",
            "description",
            "incidentNumber",
            "area",
            "incidentPoint",
            "practice",
            "media",
            SmsReader.Sms,
            SmsReader.SmsInstead,
            MailReader.Mail,
            TargetGroupReader.Name,
            MessageReader.Text
        );
        if (fields is null)
        {
            return null;
        }

        var kind = Kind(fields, problems);
        var description = fields.RequiredText("description", MaxDescription, lines: true);
        var incidentNumber = fields.RequiredText("incidentNumber", MaxIncidentNumber, lines: false);
        var area = AreaReader.Read(fields, limits, problems, borders);
        var incidentPoint = fields.Has("incidentPoint") ? PointReader.Read(fields, "incidentPoint", problems) : area?.Inside;
        var practice = fields.Has("practice") ? fields.Flag("practice") : (bool?)null;
        var media = Media(fields, problems);
        var written = SmsReader.Read(fields, problems);
        var mails = MailReader.Read(fields, problems);
        var smsInstead = fields.Has(SmsReader.SmsInstead) && fields.Flag(SmsReader.SmsInstead);
        var groups = TargetGroupReader.Read(fields, limits, problems);
        var context = kind is null ? null : new MessageContext(kind.Value, controlRoom, practice);
        var spoken = await messages.Read(upload, fields, context, limits, problems, required: SmsReader.NeedsSound(media));
        if (problems.First is not null)
        {
            return null;
        }

        return new ActionDraft
        {
            Kind = kind!.Value,
            Description = description!,
            IncidentNumber = incidentNumber!,
            Area = area!.Area,
            IncidentPoint = incidentPoint!.Value,
            Messages = spoken,
            Practice = practice,
            Media = media,
            TargetGroups = groups,
            Written = written,
            SmsInstead = smsInstead,
            Mails = mails,
        };
    }

    /// <summary>Reads the kind of an action; it must be there.</summary>
    public static ActionKind? Kind(JsonFields fields, ProblemSink problems)
    {
        if (fields.Required("kind") is not { } element)
        {
            return null;
        }

        if (JsonFields.TextOf(element) is { } text && Kinds.TryGetValue(text, out var kind))
        {
            return kind;
        }

        problems.Add(RequestReasons.UnknownKind, "kind", string.Join(", ", Kinds.Keys));
        return null;
    }

    /// <summary>Reads the media of an action or a message; null for none said.</summary>
    public static List<Medium>? Media(JsonFields fields, ProblemSink problems)
    {
        if (!fields.Has("media"))
        {
            return null;
        }

        var media = new List<Medium>();
        var names = fields.Texts("media");
        foreach (var name in names)
        {
            if (MediaNames.TryGetValue(name, out var medium))
            {
                media.Add(medium);
            }
            else
            {
                problems.Add(ActionReasons.UnknownMedium, "media", string.Join(", ", MediaNames.Keys));
            }
        }

        if (names.Count == 0)
        {
            problems.Add(RequestReasons.Empty, "media");
        }

        return media;
    }
}
