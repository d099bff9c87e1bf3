using Burgernet.Actions;
using Burgernet.Api.Json;
using Burgernet.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Burgernet.Api.Actions;

/// <summary>Reads the body of an act: nothing, or a JSON object with a <c>reason</c> and what else the act takes.</summary>
internal static class ActReader
{
    /// <summary>The most bytes that such a body may have.</summary>
    public const int MaxBytes = 16_384;

    /// <summary>The most characters that a reason may have.</summary>
    public const int MaxReason = 500;

    /// <summary>The number of people that a start confirms.</summary>
    public const string ConfirmedPeople = "confirmedPeople";

    /// <summary>Why a start calls people in quiet hours.</summary>
    public const string QuietHoursOverride = "quietHoursOverride";

    /// <summary>What becomes of answered calls: <c>finish</c> or <c>cut</c>.</summary>
    public const string Calls = "calls";

    /// <summary>Reads it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="more">The members that it may have beside a reason.</param>
    public static async Task<ActReading?> Read(HttpRequest request, ProblemSink problems, params string[] more)
    {
        if (await JsonBody.ReadAny(request, MaxBytes, problems) is not { } body)
        {
            return null;
        }

        if (body.IsEmpty)
        {
            return new ActReading(Reason: null, body, Fields: null);
        }

        if (!request.HasJsonContentType())
        {
            problems.Add(RequestReasons.MediaType, "Content-Type", "application/json");
            return null;
        }

        var fields = JsonFields.Parse(body, "body", problems, ["reason", .. more]);
        if (fields is null)
        {
            return null;
        }

        return new ActReading(Text(fields, "reason"), body, fields);
    }

    /// <summary>What a start says beside its reason.</summary>
    public static StartTerms TermsOf(ActReading reading, ProblemSink problems)
    {
        if (reading.Fields is not { } fields)
        {
            return new StartTerms();
        }

        return new StartTerms(PeopleOf(fields, problems), Text(fields, QuietHoursOverride));
    }

    /// <summary>What a stop or a pause says of answered calls; they finish where it says nothing.</summary>
    public static CallsUnderWay CallsOf(ActReading reading, ProblemSink problems)
    {
        if (reading.Fields is not { } fields || !fields.Has(Calls) || fields.RequiredText(Calls, MaxReason, lines: false) is not { } calls)
        {
            return CallsUnderWay.Finish;
        }

        switch (calls)
        {
            case "finish":
                return CallsUnderWay.Finish;
            case "cut":
                return CallsUnderWay.Cut;
            default:
                problems.Add(ActionReasons.UnknownCalls, Calls);
                return CallsUnderWay.Finish;
        }
    }

    /// <summary>How many people somebody confirms, or null.</summary>
    public static int? PeopleOf(JsonFields fields, ProblemSink problems)
    {
        if (!fields.Has(ConfirmedPeople) || fields.RequiredNumber(ConfirmedPeople) is not { } number)
        {
            return null;
        }

        if (number is >= 0 and <= int.MaxValue && double.IsInteger(number))
        {
            return (int)number;
        }

        problems.Add(RequestReasons.NotACount, ConfirmedPeople);
        return null;
    }

    private static string? Text(JsonFields fields, string name) =>
        fields.Has(name) ? fields.RequiredText(name, MaxReason, lines: true) : null;
}
