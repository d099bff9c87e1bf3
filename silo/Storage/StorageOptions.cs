using System.ComponentModel.DataAnnotations;

namespace Burgernet.Silo.Storage;

/// <summary>Where the node keeps its data (section <c>Burgernet:Storage</c>).</summary>
public sealed class StorageOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Burgernet:Storage";

    /// <summary>Everything in one SQLite file: for one node, with nothing to install.</summary>
    public const string Sqlite = "sqlite";

    /// <summary>Everything in a PostgreSQL database.</summary>
    public const string Postgres = "postgres";

    /// <summary><c>sqlite</c> or <c>postgres</c>. Default <c>sqlite</c>.</summary>
    public string Provider { get; set; } = Sqlite;

    /// <summary>Of <c>postgres</c>: <c>Host=…;Database=…;Username=…;Password=…</c>, as Npgsql takes it. Never printed or logged.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Folder of the SQLite database; created where it is absent. Default: <c>data</c> beside the solution, or below the working folder.</summary>
    [Required]
    public string Folder { get; set; } = DefaultFolder();

    /// <summary>The SQLite database file.</summary>
    public string DatabaseFile => Path.Combine(Folder, "burgernet.db");

    private static string DefaultFolder()
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Burgernet.sln")))
            {
                return Path.Combine(folder.FullName, "data");
            }
        }

        return Path.Combine(Directory.GetCurrentDirectory(), "data");
    }
}
