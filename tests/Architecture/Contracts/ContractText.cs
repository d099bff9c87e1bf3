using System.Text;

namespace Burgernet.Tests.Architecture.Contracts;

/// <summary>Contracts as a text that people read in a review: one line for each, and a line below it for each of its members.</summary>
/// <remarks>
/// <code>
/// message burgernet.tip = sealed class Burgernet.Actions.Tip
///   0 Text : burgernet.personal-text, TagDelimited
/// </code>
/// </remarks>
public static class ContractText
{
    private const string ShapeMark = " = ";
    private const string TypeMark = " : ";

    /// <summary>The text, in order of kind and name.</summary>
    public static string Write(IEnumerable<Contract> contracts)
    {
        ArgumentNullException.ThrowIfNull(contracts);
        var text = new StringBuilder();
        foreach (var contract in contracts.OrderBy(contract => contract.Kind).ThenBy(contract => contract.Name, StringComparer.Ordinal))
        {
            text.Append(contract.Subject).Append(ShapeMark).Append(contract.Shape).Append('\n');
            foreach (var member in contract.Members)
            {
                text.Append("  ").Append(member.Key).Append(' ').Append(member.Name);
                if (member.Type.Length > 0)
                {
                    text.Append(TypeMark).Append(member.Type);
                }

                text.Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>The contracts of a text.</summary>
    /// <exception cref="FormatException">Not such a text.</exception>
    public static IReadOnlyList<Contract> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var contracts = new List<Contract>();
        var members = new List<ContractMember>();
        foreach (var line in text.Split('\n').Where(line => line.Trim().Length > 0))
        {
            if (line.StartsWith("  ", StringComparison.Ordinal))
            {
                members.Add(Member(line.Trim()));
            }
            else
            {
                members = [];
                contracts.Add(Head(line, members));
            }
        }

        return contracts;
    }

    private static Contract Head(string line, List<ContractMember> members)
    {
        var (subject, shape) = Halves(line, ShapeMark);
        var (kind, name) = Halves(subject, " ");
        return Enum.TryParse<ContractKind>(kind, ignoreCase: true, out var known)
            ? new Contract(known, name, shape, members)
            : throw new FormatException($"No such kind of contract: {line}");
    }

    private static ContractMember Member(string line)
    {
        var (which, type) = Halves(line, TypeMark);
        var (key, name) = Halves(which, " ");
        return new ContractMember(key, name, type);
    }

    private static (string First, string Second) Halves(string line, string mark)
    {
        var at = line.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? (line, "") : (line[..at], line[(at + mark.Length)..]);
    }
}
