using System.Data.Common;
using Burgernet.Grains.Actions;
using Burgernet.Participants;

namespace Burgernet.Silo.Storage;

/// <summary>Reads columns in the forms in which either schema stores them.</summary>
internal static class StoredColumns
{
    /// <summary>A <c>uuid</c>, or its text.</summary>
    public static Guid Uuid(this DbDataReader row, int column) => row.GetGuid(column);

    /// <summary>A <c>timestamptz</c>, or a whole number of microseconds.</summary>
    public static DateTimeOffset Time(this DbDataReader row, int column) =>
        row.GetFieldType(column) == typeof(long) ? HashChain.Time(row.GetInt64(column)) : row.GetFieldValue<DateTimeOffset>(column);

    public static DateTimeOffset? TimeOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Time(column);

    public static string? TextOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static byte[] Bytes(this DbDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    public static string Hex(this DbDataReader row, int column) => Convert.ToHexStringLower(row.Bytes(column));

    public static Language Language(this DbDataReader row, int column) => StoredCodes.LanguageOf(row.GetString(column));
}
