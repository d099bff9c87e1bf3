using Burgernet.Actions;
using Burgernet.Api.Cells;
using Burgernet.Api.Json;
using Burgernet.Api.Problems;

namespace Burgernet.Api.Actions;

/// <summary>Reads how the area of an action should grow.</summary>
internal static class ExpansionReader
{
    public const string Radius = "radiusMetres";
    public const string Speed = "speedKmh";
    public const string Largest = "largestRadiusMetres";
    public const string Start = "startRadiusMetres";

    /// <summary>Slower than this is not on their way; faster no car goes for long. Kilometres an hour.</summary>
    public const double SlowestKmh = 0.5;

    public const double FastestKmh = 200;

    /// <summary>The members of an expansion.</summary>
    public static readonly string[] OfExpansion = [AreaReader.Name, Radius, ActReader.ConfirmedPeople];

    /// <summary>The members of a plan.</summary>
    public static readonly string[] OfPlan = [Speed, Largest, Start, ActReader.ConfirmedPeople];

    /// <summary>An expansion at once: an area, or a radius around the incident point.</summary>
    public static Expansion? Expansion(ActReading reading, ApiOptions limits, ProblemSink problems, IMunicipalityBorders borders)
    {
        if (reading.Fields is not { } fields || fields.Has(AreaReader.Name) == fields.Has(Radius))
        {
            problems.Add(AreaReasons.AreaOrRadius, AreaReader.Name);
            return null;
        }

        var people = ActReader.PeopleOf(fields, problems);
        if (fields.Has(Radius))
        {
            return RadiusOf(fields, Radius, limits, problems) is { } radius ? new Expansion(null, radius, people) : null;
        }

        return AreaReader.Read(fields, limits, problems, borders) is { } area ? new Expansion(area.Area, null, people) : null;
    }

    /// <summary>A plan.</summary>
    public static ExpansionPlan? Plan(ActReading reading, ApiOptions limits, ProblemSink problems)
    {
        if (reading.Fields is not { } fields)
        {
            problems.Add(RequestReasons.MissingField, Speed, Speed);
            return null;
        }

        var speed = fields.RequiredNumber(Speed);
        if (speed is < SlowestKmh or > FastestKmh)
        {
            problems.Add(AreaReasons.SpeedOutOfRange, Speed, SlowestKmh, FastestKmh);
        }

        var largest = RadiusOf(fields, Largest, limits, problems);
        var start = fields.Has(Start) ? RadiusOf(fields, Start, limits, problems) : null;
        var people = ActReader.PeopleOf(fields, problems);
        return problems.First is null ? new ExpansionPlan(speed!.Value, largest!.Value, start, people) : null;
    }

    private static double? RadiusOf(JsonFields fields, string name, ApiOptions limits, ProblemSink problems)
    {
        var radius = fields.RequiredNumber(name);
        if (radius <= 0)
        {
            problems.Add(AreaReasons.RadiusNotPositive, name);
        }
        else if (radius > limits.MaxRadiusMetres)
        {
            problems.Add(AreaReasons.RadiusTooLarge, name, limits.MaxRadiusMetres);
        }
        else
        {
            return radius;
        }

        return null;
    }
}
