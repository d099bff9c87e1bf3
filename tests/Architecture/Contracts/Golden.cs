using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Burgernet.Tests.Architecture.Contracts;

/// <summary>An example of a contract as it is written: how it stands in bytes, and what it says.</summary>
/// <param name="Subject">As in the contracts: <c>message burgernet.tip</c>.</param>
/// <param name="Value">What it says (<see cref="Portrait"/>); for what is stored as JSON that itself.</param>
/// <param name="Bytes">The bytes, as base64; empty for what is stored as JSON.</param>
public sealed record Golden(string Subject, JsonNode Value, string Bytes)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Its lines in the file.</summary>
    public override string ToString() =>
        $"{Subject}\n  says {Value.ToJsonString(Readable)}\n" + (Bytes.Length > 0 ? $"  as {Bytes}\n" : "");

    /// <summary>The text of many, in the order of their subjects.</summary>
    public static string Write(IEnumerable<Golden> goldens) =>
        new StringBuilder().AppendJoin("", goldens.OrderBy(golden => golden.Subject, StringComparer.Ordinal)).ToString();

    /// <summary>Those of a text.</summary>
    public static IReadOnlyList<Golden> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var goldens = new List<Golden>();
        foreach (var line in text.Split('\n').Where(line => line.Length > 0))
        {
            if (line.StartsWith("  says ", StringComparison.Ordinal))
            {
                goldens[^1] = goldens[^1] with { Value = JsonNode.Parse(line["  says ".Length..])! };
            }
            else if (line.StartsWith("  as ", StringComparison.Ordinal))
            {
                goldens[^1] = goldens[^1] with { Bytes = line["  as ".Length..] };
            }
            else
            {
                goldens.Add(new Golden(line, new JsonObject(), ""));
            }
        }

        return goldens;
    }
}
