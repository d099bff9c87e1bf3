using Burgernet.Participants;
using Npgsql;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>Reads columns in the forms that the schema stores them in.</summary>
internal static class PostgresReaderExtensions
{
    public static DateTimeOffset Time(this NpgsqlDataReader row, int column) => row.GetFieldValue<DateTimeOffset>(column);

    public static DateTimeOffset? TimeOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.Time(column);

    public static string? TextOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static byte[] Bytes(this NpgsqlDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    public static string Hex(this NpgsqlDataReader row, int column) => Convert.ToHexStringLower(row.Bytes(column));

    public static Language Language(this NpgsqlDataReader row, int column) => StoredCodes.LanguageOf(row.GetString(column));
}
