using Burgernet.Imports;

namespace Burgernet.Api.Imports;

/// <summary>Why a file was refused as a whole.</summary>
public sealed record ImportProblemJson
{
    /// <summary>Why, for programs.</summary>
    public required ImportFileProblemCode Reason { get; init; }

    /// <summary>Why, in the caller's language.</summary>
    public required string Detail { get; init; }

    /// <summary>In which line, from 1; absent where it is about none.</summary>
    public long? Line { get; init; }

    /// <summary>Which column; absent where it is about none.</summary>
    public string? Column { get; init; }

    internal static ImportProblemJson Of(ImportFileProblem problem, bool dutch) =>
        new()
        {
            Reason = problem.Code,
            Detail = ImportTexts.Of(problem, dutch),
            Line = problem.Line,
            Column = problem.Column,
        };
}
