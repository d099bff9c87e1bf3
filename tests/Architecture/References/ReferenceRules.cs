namespace Burgernet.Tests.Architecture.References;

/// <summary>Which room may lean on which: <c>libs ← grain-interfaces ← grains ← silo</c> and <c>grain-interfaces ← api ← silo</c>.</summary>
public static class ReferenceRules
{
    private static readonly string[] WebAndOrleans = ["Orleans", "Microsoft.Orleans", "Microsoft.AspNetCore", "Microsoft.NET.Sdk.Web"];

    private static readonly string[] SocketsAndSql =
    [
        "System.Net.Sockets",
        "System.Data",
        "Microsoft.Data",
        "Microsoft.EntityFrameworkCore",
        "Npgsql",
        "dbup",
        "Dapper",
        "SQLitePCLRaw",
    ];

    private static readonly HashSet<string> Libraries = new(
        Room.All.Where(room => room.IsLibrary).Select(room => room.Name),
        StringComparer.Ordinal
    );

    /// <summary>Those of <paramref name="references"/> that a room may not have, out of its own kind: product assemblies and outside ones.</summary>
    /// <param name="room">The room's assembly name.</param>
    /// <param name="references">Names of assemblies, packages, projects or frameworks.</param>
    public static IReadOnlyList<string> Breaches(string room, IEnumerable<string> references) =>
        [.. references.Where(reference => !IsAllowed(room, reference))];

    private static bool IsAllowed(string room, string reference) =>
        IsOurs(reference)
            ? MayLeanOn(room, reference)
            : (!IsLibrary(room) || !IsOrBelow(reference, WebAndOrleans))
                && (room is not "Burgernet.Grains" || !IsOrBelow(reference, SocketsAndSql));

    private static bool MayLeanOn(string room, string other) =>
        room switch
        {
            "Burgernet.Silo" => IsLibrary(other) || other is "Burgernet.GrainInterfaces" or "Burgernet.Grains" or "Burgernet.Api",
            "Burgernet.Api" or "Burgernet.Grains" => IsLibrary(other) || other is "Burgernet.GrainInterfaces",
            "Burgernet.GrainInterfaces" => IsLibrary(other),
            "Burgernet.Practice" => IsLibrary(other),
            _ => false,
        };

    private static bool IsOurs(string name) => name.StartsWith("Burgernet.", StringComparison.Ordinal);

    private static bool IsLibrary(string name) => Libraries.Contains(name);

    private static bool IsOrBelow(string name, string[] roots) =>
        roots.Any(root =>
            name.StartsWith(root, StringComparison.OrdinalIgnoreCase)
            && (name.Length == root.Length || name[root.Length] is '.' or '-' or '_')
        );
}
