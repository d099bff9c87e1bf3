namespace Burgernet.Tests.Architecture.Contracts;

/// <summary>What may change between two releases whose nodes run side by side, and whose entries are read for ever. Pure.</summary>
public static class ContractRules
{
    /// <summary>Every change that breaks what a released node says, hears or stored. What was added is no breach, unless old senders would leave something out that
    /// must be there.</summary>
    /// <param name="released">What the last release understands.</param>
    /// <param name="now">What this code understands.</param>
    public static IEnumerable<ContractBreach> Breaches(IReadOnlyList<Contract> released, IReadOnlyList<Contract> now)
    {
        ArgumentNullException.ThrowIfNull(released);
        ArgumentNullException.ThrowIfNull(now);
        var current = now.ToDictionary(contract => contract.Subject, StringComparer.Ordinal);
        var known = released.Select(contract => contract.Subject).ToHashSet(StringComparer.Ordinal);
        foreach (var old in released)
        {
            var breaches = current.TryGetValue(old.Subject, out var today)
                ? Compare(old, today)
                : [Gone(old, now.Where(contract => !known.Contains(contract.Subject)))];
            foreach (var breach in breaches)
            {
                yield return breach;
            }
        }
    }

    private static ContractBreach Gone(Contract old, IEnumerable<Contract> added)
    {
        // The same class under another name is the same thing, which nodes of the last release do not find any more.
        var renamed = added.FirstOrDefault(contract => contract.Kind == old.Kind && IsSameCode(contract, old));
        return renamed is null
            ? new("removed", old.Subject, $"{old.Subject} is gone; nodes of the last release use it, or stored it.")
            : new(
                "alias",
                old.Subject,
                $"{old.Subject} is called {renamed.Name} now; nodes of the last release do not know it by that name."
            );
    }

    private static bool IsSameCode(Contract one, Contract other) =>
        one.Shape.Length > 0
        && one.Kind is ContractKind.Message or ContractKind.Enum or ContractKind.Interface
        && one.Shape.Equals(other.Shape, StringComparison.Ordinal);

    private static IEnumerable<ContractBreach> Compare(Contract old, Contract today)
    {
        if (!old.Shape.Equals(today.Shape, StringComparison.Ordinal))
        {
            yield return new("shape", old.Subject, $"{old.Subject} was \"{old.Shape}\" and is \"{today.Shape}\".");
        }

        var members = today.Members.ToDictionary(member => member.Key, StringComparer.Ordinal);
        foreach (var member in old.Members)
        {
            if (Change(old, member, members.GetValueOrDefault(member.Key), today) is { } breach)
            {
                yield return breach;
            }
        }

        var before = old.Members.Select(member => member.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var added in today.Members.Where(member => !before.Contains(member.Key) && Demands(today.Kind, member)))
        {
            yield return new(
                "demanding",
                $"{old.Subject} {added.Key}",
                $"{old.Subject} has a new {Called(added)} that must be there ({added.Type}); the last release does not give it. Let it be null, or give it a default."
            );
        }
    }

    private static ContractBreach? Change(Contract old, ContractMember member, ContractMember? today, Contract whole)
    {
        var subject = $"{old.Subject} {member.Key}";
        if (today is null || !Same(today.Name, member.Name))
        {
            var moved = whole.Members.FirstOrDefault(other => member.Name.Length > 0 && Same(other.Name, member.Name));
            return moved is not null ? new("renumbered", subject, $"{Called(member)} of {old.Subject} was {member.Key} and is {moved.Key}.")
                : today is null ? new("removed", subject, $"{Called(member)} of {old.Subject}, {member.Key}, is gone.")
                : new(
                    "reused",
                    subject,
                    $"{member.Key} of {old.Subject} was {Called(member)} and is {Called(today)}; an id is never used for something else."
                );
        }

        return Same(today.Type, member.Type)
            ? null
            : new("retyped", subject, $"{Called(member)} of {old.Subject} was \"{member.Type}\" and is \"{today.Type}\".");
    }

    /// <summary>Whether a new member must be there: in JSON it says so; a parameter that is left out becomes null; bytes have no room that was not there before.</summary>
    /// <remarks>Members of messages are held to it by their old bytes, which see what a constructor or an initialiser puts in.</remarks>
    private static bool Demands(ContractKind kind, ContractMember member) =>
        kind switch
        {
            ContractKind.Event or ContractKind.Json => member.Type.EndsWith(TypeNames.Required, StringComparison.Ordinal),
            ContractKind.Method => member.Type.EndsWith(TypeNames.NotNull, StringComparison.Ordinal),
            ContractKind.Bytes => true,
            _ => false,
        };

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.Ordinal);

    private static string Called(ContractMember member) => member.Name.Length > 0 ? member.Name : member.Key;
}
