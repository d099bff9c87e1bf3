using Burgernet.Imports;

namespace Burgernet.Api.Imports;

/// <summary>One reason why a row was refused.</summary>
public sealed record ImportRefusalJson
{
    /// <summary>The line in the file, from 1; the header is line 1.</summary>
    public required long Line { get; init; }

    /// <summary>The column by its English name; absent when it is about the whole row.</summary>
    public string? Column { get; init; }

    /// <summary>Why, for programs.</summary>
    public required string Reason { get; init; }

    /// <summary>Why, in the caller's language.</summary>
    public required string Detail { get; init; }

    /// <summary>The line that has it already; absent where there is none.</summary>
    public long? OtherLine { get; init; }

    internal static ImportRefusalJson Of(ImportRefusal refusal, bool dutch) =>
        new()
        {
            Line = refusal.Line,
            Column = refusal.Column,
            Reason = refusal.Code,
            Detail = ImportTexts.Of(refusal, dutch),
            OtherLine = refusal.OtherLine,
        };
}
