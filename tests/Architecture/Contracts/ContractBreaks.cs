namespace Burgernet.Tests.Architecture.Contracts;

/// <summary>Breaches that are let through, each with its reason: a line <c>removed message burgernet.tip 3: nobody ever sent it</c>.</summary>
/// <remarks>A line stays as long as its subject is not there any more, so that what was taken out is not used again for something else.</remarks>
public static class ContractBreaks
{
    /// <summary>The lines of the file by what they let through; those without a reason let nothing through.</summary>
    public static IReadOnlyDictionary<string, string> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('\n')
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split(": ", 2))
            .Where(parts => parts.Length == 2 && !string.IsNullOrWhiteSpace(parts[1]))
            .ToDictionary(parts => parts[0].Trim(), parts => parts[1].Trim(), StringComparer.Ordinal);
    }

    /// <summary>What is wrong: breaches that no line lets through, and lines that let nothing through.</summary>
    public static IEnumerable<string> Judge(
        IReadOnlyList<ContractBreach> breaches,
        IReadOnlyDictionary<string, string> breaks,
        IReadOnlyList<Contract> now
    )
    {
        ArgumentNullException.ThrowIfNull(breaches);
        ArgumentNullException.ThrowIfNull(breaks);
        ArgumentNullException.ThrowIfNull(now);
        foreach (var breach in breaches.Where(breach => !breaks.ContainsKey(breach.Key)))
        {
            yield return $"{breach.Explanation} To do it nevertheless, add the line \"{breach.Key}: your reason\" to breaks.txt.";
        }

        var needed = breaches.Select(breach => breach.Key).ToHashSet(StringComparer.Ordinal);
        var present = now.SelectMany(contract =>
                contract.Members.Select(member => $"{contract.Subject} {member.Key}").Append(contract.Subject)
            )
            .ToHashSet(StringComparer.Ordinal);
        foreach (var key in breaks.Keys.Where(key => !needed.Contains(key)))
        {
            var (rule, subject) = (
                key[..key.IndexOf(' ', StringComparison.Ordinal)],
                key[(key.IndexOf(' ', StringComparison.Ordinal) + 1)..]
            );
            if (!rule.Equals("removed", StringComparison.Ordinal))
            {
                yield return $"breaks.txt lets \"{key}\" through, which is no breach any more: take the line out.";
            }
            else if (present.Contains(subject))
            {
                yield return $"{subject} was taken out in an earlier release (breaks.txt says why) and is there again: use what was never used.";
            }
        }
    }
}
