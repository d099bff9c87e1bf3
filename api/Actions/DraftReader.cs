using System.Text.Json;
using Burgernet.Actions;
using Burgernet.Api.Cells;
using Burgernet.Api.Json;
using Burgernet.Api.Messages;
using Burgernet.Api.Problems;
using Burgernet.Participants;
using Burgernet.Sip.Media;

namespace Burgernet.Api.Actions;

/// <summary>Turns what was uploaded into a draft, or says what is wrong with it.</summary>
internal sealed class DraftReader(IMessageChecker messages)
{
    /// <summary>The most characters of a description.</summary>
    public const int MaxDescription = 2000;

    /// <summary>The most characters of an incident number.</summary>
    public const int MaxIncidentNumber = 64;

    private static readonly Dictionary<string, ActionKind> Kinds = Enum.GetValues<ActionKind>()
        .ToDictionary(kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()), StringComparer.Ordinal);

    public ActionDraft? Read(DraftUpload upload, ApiOptions limits, ProblemSink problems)
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
            "practice"
        );
        if (fields is null)
        {
            return null;
        }

        var kind = Kind(fields, problems);
        var description = fields.RequiredText("description", MaxDescription, lines: true);
        var incidentNumber = fields.RequiredText("incidentNumber", MaxIncidentNumber, lines: false);
        var area = AreaReader.Read(fields, limits, problems);
        var incidentPoint = fields.Has("incidentPoint") ? PointReader.Read(fields, "incidentPoint", problems) : area?.Inside;
        var practice = fields.Has("practice") ? fields.Flag("practice") : (bool?)null;
        var spoken = Messages(upload, limits, problems);
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
        };
    }

    private static ActionKind? Kind(JsonFields fields, ProblemSink problems)
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

    private List<SpokenMessage> Messages(DraftUpload upload, ApiOptions limits, ProblemSink problems)
    {
        var spoken = new List<SpokenMessage>();
        foreach (
            var (name, language) in new[] { (DraftUpload.DutchMessage, Language.Dutch), (DraftUpload.EnglishMessage, Language.English) }
        )
        {
            if (!upload.Parts.TryGetValue(name, out var wave) || problems.First is not null)
            {
                continue;
            }

            var error = messages.Check(wave.Span, out var duration);
            if (error != WaveError.None)
            {
                problems.Add(ReasonOf(error), name);
            }
            else if (duration > limits.MaxMessage)
            {
                problems.Add(ActionReasons.MessageTooLong, name, Math.Ceiling(duration.TotalSeconds), limits.MaxMessage.TotalSeconds);
            }
            else
            {
                spoken.Add(new SpokenMessage(language, wave.ToArray(), (int)Math.Round(duration.TotalMilliseconds)));
            }
        }

        if (spoken.Count == 0)
        {
            problems.Add(ActionReasons.NoMessage, DraftUpload.DutchMessage);
        }

        return spoken;
    }

    private static ProblemReason ReasonOf(WaveError error) =>
        error switch
        {
            WaveError.NotPcm => ActionReasons.NotPcm,
            WaveError.SampleRate => ActionReasons.SampleRate,
            WaveError.Channels => ActionReasons.Channels,
            WaveError.Empty => ActionReasons.NoSound,
            _ => ActionReasons.NotWave,
        };
}
