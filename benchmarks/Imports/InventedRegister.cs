using System.Text;
using Burgernet.Benchmarks.Storage;
using Burgernet.Grains.Imports;
using Burgernet.Grains.Participants;
using Burgernet.Imports;
using Burgernet.Practice;
using Burgernet.Silo.Borders;
using Burgernet.Silo.Demonstration;
using Burgernet.Silo.Storage.Postgres;
using Microsoft.Extensions.Options;

namespace Burgernet.Benchmarks.Imports;

/// <summary>A register of invented people in PostgreSQL, made by the node's own import.</summary>
internal static class InventedRegister
{
    private const int Seed = 2012;
    private const int PieceBytes = 256 * 1024;
    private const string MasterKeyId = "bench";

    private static readonly byte[] MasterKey = [.. Enumerable.Repeat((byte)1, 32)];
    private static readonly byte[] LookupKey = [.. Enumerable.Repeat((byte)2, 32)];
    private static readonly DateTimeOffset Until = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly ImportOrder Order = new("bench", "bench", "invented");

    /// <summary>What the server is set to.</summary>
    public static readonly string[] Settings =
    [
        "shared_buffers=1GB",
        "maintenance_work_mem=256MB",
        "max_wal_size=16GB",
        "checkpoint_timeout=30min",
    ];

    /// <summary>The settings of a node that opens it.</summary>
    public static IEnumerable<string> Keys =>
        [
            $"Burgernet:Register:Keys:MasterKeys:0:Id={MasterKeyId}",
            $"Burgernet:Register:Keys:MasterKeys:0:Key={Convert.ToBase64String(MasterKey)}",
            $"Burgernet:Register:Keys:LookupKey={Convert.ToBase64String(LookupKey)}",
        ];

    /// <summary>Seals as such a node does.</summary>
    public static PersonalSeal Seal() => new(new RegisterKeys([new MasterKey(MasterKeyId, MasterKey)], LookupKey));

    /// <summary>Workers that seal.</summary>
    public static int Workers => Environment.ProcessorCount;

    /// <summary>Writes them to a file as a municipality would send it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="participants">How many.</param>
    /// <returns>How many locations they have.</returns>
    public static int Invent(string file, int participants)
    {
        var places = DutchPlaces.Read();
        using var writer = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), PieceBytes);
        return InventedCsv
            .Write(writer, InventedParticipants.Create(new InventedLandscape(places, places), participants, Seed, Until))
            .Locations;
    }

    /// <summary>Imports such a file into a database, as a node does.</summary>
    public static async Task<(ImportSnapshot Import, TimeSpan Reading, TimeSpan Applying)> Import(string connection, string file)
    {
        using var database = BenchDatabase.Open(connection);
        var store = new PostgresImportStore(database);
        var now = TimeProvider.System.GetUtcNow();
        var import = new ImportSnapshot
        {
            Id = Guid.NewGuid(),
            Order = Order,
            State = ImportState.Receiving,
            StartedAt = now,
        };
        await store.Begin(import);
        var started = TimeProvider.System.GetTimestamp();
        var options = new ImportOptions { Workers = Workers };
        await using (var run = new ImportRun(import, header => Reading(header, now), store, options, TimeProvider.System))
        {
            await using var stream = File.OpenRead(file);
            var piece = new byte[PieceBytes];
            for (int read; (read = await stream.ReadAtLeastAsync(piece, PieceBytes, throwOnEndOfStream: false)) > 0; )
            {
                await run.Append(piece.AsMemory(0, read));
            }

            var sha256 = await run.Complete(sha256: null);
            if (run.Problem is { } problem)
            {
                throw new InvalidOperationException($"The file was refused: {problem}");
            }

            import = run.Import with { State = ImportState.Applying, Sha256 = sha256 };
        }

        await store.Move(ImportState.Receiving, import);
        var reading = TimeProvider.System.GetElapsedTime(started);
        Console.WriteLine($"read in {reading.TotalSeconds:F1} s");
        while (await store.ApplyNext(import.Id, now) is { } applied)
        {
            import = applied;
        }

        var applying = TimeProvider.System.GetElapsedTime(started) - reading;
        Console.WriteLine($"applied in {applying.TotalSeconds:F1} s");
        await store.Move(ImportState.Applying, import with { State = ImportState.Completed, EndedAt = TimeProvider.System.GetUtcNow() });
        return (import, reading, applying);
    }

    private static ImportReading Reading(ImportHeader header, DateTimeOffset now)
    {
        var register = Options.Create(new RegisterOptions());
        var seal = Seal();
        var rows = new ParticipantRows(seal, new ConfiguredBorders(Options.Create(new BorderOptions())));
        var profiles = new ProfilePolicy(register, new PhonePolicy(register, new Everybody()));
        return new ImportReading(Order, header, profiles, rows, seal, new Dictionary<string, ulong>(StringComparer.Ordinal), now);
    }

    private sealed class Everybody : IPracticeNumbers
    {
        public bool Allowed => true;

        public bool IsPractice(ReadOnlySpan<char> e164) => PracticeNumbers.TryGetIndex(e164, out _);
    }
}
