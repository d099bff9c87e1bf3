using Burgernet.Actions;
using Burgernet.Api.Json;
using Burgernet.Api.Problems;

namespace Burgernet.Api.Actions;

/// <summary>Reads what a closing says beside its reason.</summary>
internal static class CloseReader
{
    /// <summary>What came of the action: <c>direct</c>, <c>contributed</c> or <c>none</c>.</summary>
    public const string Result = "result";

    /// <summary>What becomes of outcomes that are not delivered: <c>deliver</c> or <c>expire</c>.</summary>
    public const string OpenOutcomes = "openOutcomes";

    /// <summary>The outcomes go on.</summary>
    public const string Deliver = "deliver";

    /// <summary>The outcomes are given up.</summary>
    public const string Expire = "expire";

    /// <summary>What may come of an action, as it is written.</summary>
    public static IReadOnlyDictionary<string, ActionResult> Results { get; } =
        new Dictionary<string, ActionResult>(StringComparer.Ordinal)
        {
            ["direct"] = ActionResult.Direct,
            ["contributed"] = ActionResult.Contributed,
            ["none"] = ActionResult.None,
        };

    /// <summary>Reads it.</summary>
    public static CloseTerms Read(ActReading reading, ProblemSink problems)
    {
        if (reading.Fields is not { } fields || fields.Required(Result) is not { } said)
        {
            if (reading.Fields is null)
            {
                problems.Add(RequestReasons.MissingField, Result, Result);
            }

            return new CloseTerms(ActionResult.None, ExpireOpenOutcomes: false);
        }

        if (JsonFields.TextOf(said) is not { } text || !Results.TryGetValue(text, out var result))
        {
            problems.Add(ActionReasons.UnknownResult, Result, string.Join(", ", Results.Keys));
            result = ActionResult.None;
        }

        var expire = false;
        if (fields.Has(OpenOutcomes) && fields.Required(OpenOutcomes) is { } open)
        {
            expire = JsonFields.TextOf(open) == Expire;
            if (!expire && JsonFields.TextOf(open) != Deliver)
            {
                problems.Add(ActionReasons.UnknownOpenOutcomes, OpenOutcomes);
            }
        }

        return new CloseTerms(result, expire);
    }
}
