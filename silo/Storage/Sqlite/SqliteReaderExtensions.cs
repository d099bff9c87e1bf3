using Burgernet.Grains.Actions;
using Burgernet.Participants;
using Microsoft.Data.Sqlite;

namespace Burgernet.Silo.Storage.Sqlite;

/// <summary>Reads columns in the forms that the schema stores them in.</summary>
internal static class SqliteReaderExtensions
{
    public static Guid Uuid(this SqliteDataReader row, int column) => Guid.ParseExact(row.GetString(column), "D");

    public static DateTimeOffset Time(this SqliteDataReader row, int column) => HashChain.Time(row.GetInt64(column));

    public static DateTimeOffset? TimeOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.Time(column);

    public static string? TextOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static byte[] Bytes(this SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    public static string Hex(this SqliteDataReader row, int column) => Convert.ToHexStringLower(row.Bytes(column));

    public static Language Language(this SqliteDataReader row, int column) => StoredCodes.LanguageOf(row.GetString(column));
}
