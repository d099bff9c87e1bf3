using Burgernet.Imports;

namespace Burgernet.Grains.Imports;

/// <summary>Stores imports and their rows, and puts rows into the register. The node implements it.</summary>
/// <remarks>
/// At most one import is under way, so there is one set of tables for rows that wait. Every method may throw <see cref="Actions.StoreUnavailableException"/>, and may then have happened;
/// each can be repeated.
/// </remarks>
public interface IImportStore
{
    /// <summary>An import, or null.</summary>
    Task<ImportSnapshot?> Read(Guid id);

    /// <summary>The imports of a control room, newest first.</summary>
    /// <param name="controlRoom">Which.</param>
    /// <param name="limit">The most that are answered.</param>
    Task<IReadOnlyList<ImportSnapshot>> List(string controlRoom, int limit);

    /// <summary>Imports that are under way.</summary>
    Task<IReadOnlyList<Guid>> ListRunning();

    /// <summary>Begins an import, or begins it anew, with no rows.</summary>
    /// <returns>Whether it could: false while another one is under way.</returns>
    Task<bool> Begin(ImportSnapshot import);

    /// <summary>Adds rows that wait, and refusals. Every row of the file up to some line is then stored as either.</summary>
    /// <param name="id">Which import; it is receiving.</param>
    /// <param name="chunk">The number of this chunk, from 1; one that is stored already is left as it is.</param>
    /// <param name="received">The import with its counts after this chunk.</param>
    /// <param name="rows">Rows that may go into the register.</param>
    /// <param name="refusals">Why others may not.</param>
    Task Stage(Guid id, int chunk, ImportSnapshot received, IReadOnlyList<StagedRow> rows, IReadOnlyList<ImportRefusal> refusals);

    /// <summary>Changes state, problem, times and what was received. An import that ends lets go of the rows that wait.</summary>
    /// <param name="from">The state that must stand there.</param>
    /// <param name="to">The import after it.</param>
    /// <returns>Whether it stood there.</returns>
    Task<bool> Move(ImportState from, ImportSnapshot to);

    /// <summary>Notes that somebody asked to cancel.</summary>
    Task AskCancel(Guid id);

    /// <summary>
    /// Puts the next chunk of waiting rows into the register, in one transaction: new participants, and new versions of those whom nobody else changed since the last import; refuses the rest.
    /// </summary>
    /// <param name="id">Which import; it is being applied.</param>
    /// <param name="now">The time.</param>
    /// <returns>The import after it, or null when no chunk is left.</returns>
    Task<ImportSnapshot?> ApplyNext(Guid id, DateTimeOffset now);

    /// <summary>The cells that somebody came to or went from by this import.</summary>
    Task<IReadOnlyList<ulong>> ReadTouchedCells(Guid id);

    /// <summary>Refusals by line.</summary>
    /// <param name="id">Of which import.</param>
    /// <param name="after">The last line and number of the page before.</param>
    /// <param name="limit">The most that are answered.</param>
    Task<IReadOnlyList<NumberedRefusal>> ReadRefusals(Guid id, RefusalPlace after, int limit);

    /// <summary>Forgets imports that ended before a time, with their reports.</summary>
    Task Forget(DateTimeOffset before);
}
