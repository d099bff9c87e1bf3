namespace Burgernet.Benchmarks.Storage;

/// <summary>Where Debian puts the programs of PostgreSQL.</summary>
internal static class PostgresPrograms
{
    private const string Root = "/usr/lib/postgresql";

    /// <summary>The folder of the newest version.</summary>
    public static string Folder =>
        Directory.Exists(Root)
            ? Path.Combine(Directory.GetDirectories(Root).Order(StringComparer.Ordinal).Last(), "bin")
            : throw new InvalidOperationException("PostgreSQL is not installed (Debian package postgresql)");
}
