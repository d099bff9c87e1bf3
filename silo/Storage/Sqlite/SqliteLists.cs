using System.Globalization;

namespace Burgernet.Silo.Storage.Sqlite;

/// <summary>Lists as one parameter: JSON for <c>json_each</c>.</summary>
internal static class SqliteLists
{
    /// <summary>H3 indices, which use 63 bits.</summary>
    public static string Of(IEnumerable<ulong> cells) => Of(cells.Select(cell => (long)cell));

    /// <summary>Whole numbers.</summary>
    public static string Of(IEnumerable<long> numbers) =>
        $"[{string.Join(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))}]";

    /// <summary>Identifiers, as they are stored.</summary>
    public static string Of(IEnumerable<Guid> ids) => $"[{string.Join(',', ids.Select(id => $"\"{id:D}\""))}]";
}
