using System.Text;
using Burgernet.Grains.Imports;
using Burgernet.Grains.Participants;
using Burgernet.Imports;
using Burgernet.Silo.Demonstration;
using Burgernet.Tests.Sealed;
using Microsoft.Extensions.Time.Testing;

namespace Burgernet.Tests.Unit.Imports;

/// <summary>Puts a file through all that an import does, but for the grain around it.</summary>
internal sealed class ImportRig(IImportStore store)
{
    public static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly InventedLandscape Landscape = new(
        DutchPlaces.Read(),
        [.. DutchPlaces.Read().Where(place => place.Name == "Deventer")]
    );

    public ImportOptions Options { get; } = new() { ChunkRows = 7, Workers = 2 };

    /// <summary>Runs when all rows are in the register, while no cell has heard of them.</summary>
    public Func<Task> BeforeReload { get; set; } = () => Task.CompletedTask;

    public static ImportOrder Order { get; } = new("deventer", "relatie-1", "card");

    /// <summary>A file of invented participants.</summary>
    public static string Invented(int participants)
    {
        using var text = new StringWriter();
        InventedCsv.Write(text, InventedParticipants.Create(Landscape, participants, 7, Now.AddDays(-1)));
        return text.ToString();
    }

    /// <summary>A file with these rows under these columns.</summary>
    public static string File(string header, params string[] rows) => string.Concat(rows.Prepend(header).Select(row => row + "\n"));

    /// <summary>Imports a text as UTF-8.</summary>
    public Task<ImportSnapshot> Import(string file) => Import(Encoding.UTF8.GetBytes(file));

    /// <summary>Imports bytes, in pieces.</summary>
    public async Task<ImportSnapshot> Import(byte[] file, string? sha256 = null, int piece = 1_000)
    {
        var import = new ImportSnapshot
        {
            Id = Guid.NewGuid(),
            Order = Order,
            State = ImportState.Receiving,
            StartedAt = Now,
        };
        if (!await store.Begin(import))
        {
            throw new InvalidOperationException("Another import is under way");
        }

        await using var run = new ImportRun(import, Reading, store, Options, new FakeTimeProvider(Now));
        for (var at = 0; at < file.Length && run.Problem is null; at += piece)
        {
            await run.Append(file.AsMemory(at, Math.Min(piece, file.Length - at)));
        }

        var found = run.Problem is null ? await run.Complete(sha256) : null;
        if (run.Problem is { } problem)
        {
            return await Move(ImportState.Receiving, run.Import with { State = ImportState.Refused, Problem = problem, EndedAt = Now });
        }

        var applied = await Move(ImportState.Receiving, run.Import with { State = ImportState.Applying, Sha256 = found });
        while (await store.ApplyNext(import.Id, Now) is { } next)
        {
            applied = next;
        }

        await BeforeReload();
        await Move(ImportState.Applying, applied with { State = ImportState.Reloading });
        return await Move(ImportState.Reloading, applied with { State = ImportState.Completed, EndedAt = Now });
    }

    /// <summary>The report of an import as <c>line column code other</c>.</summary>
    public async Task<List<string>> Report(ImportSnapshot import) =>
        [
            .. (await store.ReadRefusals(import.Id, RefusalPlace.Start, 1_000))
                .Select(numbered => numbered.Refusal)
                .Select(refusal => FormattableString.Invariant($"{refusal.Line} {refusal.Column ?? "-"} {refusal.Code}{Other(refusal)}")),
        ];

    /// <summary>Who a reference of the file is.</summary>
    public static Guid IdOf(string reference) => ImportReading.IdOf(SealedPeople.Seal, Order, reference);

    private static string Other(ImportRefusal refusal) => refusal.OtherLine is { } line ? FormattableString.Invariant($" {line}") : "";

    private static ImportReading Reading(ImportHeader header)
    {
        var register = Microsoft.Extensions.Options.Options.Create(new RegisterOptions());
        return new ImportReading(
            Order,
            header,
            new ProfilePolicy(register, new PhonePolicy(register, new PracticeOnly())),
            SealedPeople.Rows,
            SealedPeople.Seal,
            new Dictionary<string, ulong>(StringComparer.Ordinal),
            Now
        );
    }

    private async Task<ImportSnapshot> Move(ImportState from, ImportSnapshot to) =>
        await store.Move(from, to) ? to : throw new InvalidOperationException("It was in another state");

    private sealed class PracticeOnly : IPracticeNumbers
    {
        public bool Allowed => true;

        public bool IsPractice(ReadOnlySpan<char> e164) => Burgernet.Practice.PracticeNumbers.TryGetIndex(e164, out _);
    }
}
