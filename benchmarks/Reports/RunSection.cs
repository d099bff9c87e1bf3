namespace Burgernet.Benchmarks.Reports;

/// <summary>One command's part of a report.</summary>
internal sealed record RunSection
{
    /// <summary>Short name: the file below the report's folder.</summary>
    public required string Name { get; init; }

    /// <summary>Heading.</summary>
    public required string Title { get; init; }

    /// <summary>The command that measured it, to be run again.</summary>
    public required string Command { get; init; }

    /// <summary>How it was measured, and how to read it.</summary>
    public required string Method { get; init; }

    /// <summary>Heads of the table.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Rows of the table.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Rows { get; init; }

    /// <summary>What it is held to.</summary>
    public required IReadOnlyList<Gate> Gates { get; init; }

    /// <summary>What the figures say, limits included.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The figures for machines, by name with unit.</summary>
    public IReadOnlyDictionary<string, double> Figures { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>When it ended, UTC.</summary>
    public string Date { get; init; } = "";

    /// <summary>On what.</summary>
    public string Machine { get; init; } = "";

    /// <summary>Load of the machine when it began and when it ended, its own included.</summary>
    public string Load { get; init; } = "";

    /// <summary>Whether every gate holds.</summary>
    public bool Passes => Gates.All(gate => gate.Holds || gate.IsGoal);
}
