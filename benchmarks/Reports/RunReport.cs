using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Burgernet.Benchmarks.Reports;

/// <summary>A report of several runs: each command writes its own section as JSON, the page is made anew from all of them.</summary>
/// <param name="name">File name of the page and of the folder with the sections.</param>
/// <param name="title">Heading of the page.</param>
/// <param name="order">Names of the sections in the order of the page; others follow.</param>
internal sealed class RunReport(string name, string title, params string[] order)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly string _loadBefore = Machine.Load;

    /// <summary>Prints a section and, when asked, stores it and renders the page.</summary>
    /// <returns>The exit code: 0 where every gate holds, else 1.</returns>
    public int Write(RunSection section, bool save)
    {
        var whole = section with
        {
            Date = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
            Machine = Machine.Description,
            Load = $"{_loadBefore} → {Machine.Load}",
        };
        Console.WriteLine(Markdown(whole));
        if (save)
        {
            var folder = Directory.CreateDirectory(Path.Combine(Checkout.Results, name)).FullName;
            File.WriteAllText(Path.Combine(folder, $"{section.Name}.json"), JsonSerializer.Serialize(whole, Indented) + "\n");
            Render();
        }

        return whole.Passes ? 0 : 1;
    }

    /// <summary>Makes the page from the stored sections.</summary>
    public void Render()
    {
        var sections = Directory
            .EnumerateFiles(Path.Combine(Checkout.Results, name), "*.json")
            .Select(file => JsonSerializer.Deserialize<RunSection>(File.ReadAllText(file), Indented)!)
            .OrderBy(section => (uint)Array.IndexOf(order, section.Name))
            .ThenBy(section => section.Name, StringComparer.Ordinal);
        var page =
            $"# {title}\n\nWritten by the commands named below; the figures for machines stand in `{name}/`. A gate fails its command, a goal does not.\n";
        File.WriteAllText(Path.Combine(Checkout.Results, $"{name}.md"), page + string.Concat(sections.Select(Markdown)));
    }

    private static string Markdown(RunSection section)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\n## {section.Title}\n\n`{section.Command}`\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{section.Date}, {section.Machine}; load {section.Load}.\n\n{section.Method}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", section.Columns)} |\n|{Repeat("---|", section.Columns.Count)}\n");
        foreach (var row in section.Rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", row)} |\n");
        }

        if (section.Gates.Count > 0)
        {
            text.Append("\n| held to | limit | seen | |\n|---|---|---|---|\n");
        }

        foreach (var gate in section.Gates)
        {
            var verdict = (gate.Holds, gate.IsGoal) switch
            {
                (true, false) => "holds",
                (false, false) => "FAILS",
                (true, true) => "goal met",
                (false, true) => "goal not met",
            };
            text.Append(CultureInfo.InvariantCulture, $"| {gate.What} | {gate.Limit} | {gate.Seen} | {verdict} |\n");
        }

        foreach (var note in section.Notes)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{note}\n");
        }

        return text.ToString();
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
