using Orleans.Concurrency;

namespace Burgernet.Imports;

/// <summary>One bulk import into the register. Key: the import's id.</summary>
/// <remarks>
/// The file comes in pieces, one after the other, and is read, checked and sealed as it comes: no piece is kept. Nothing of it is in the register before
/// all of it was taken; then it goes in by itself, whatever dies meanwhile.
/// </remarks>
[Alias("burgernet.IImport")]
public interface IImportGrain : IGrainWithGuidKey
{
    /// <summary>Begins, where no other import is under way. One that was interrupted begins anew.</summary>
    [Alias("Begin")]
    Task<ImportReply> Begin(ImportOrder order);

    /// <summary>Takes the next piece; returns when there is room for another one.</summary>
    /// <returns>The import as it stands: no more is taken once it is not receiving.</returns>
    [Alias("Append")]
    Task<ImportSnapshot> Append(ImportPiece piece);

    /// <summary>The file has ended.</summary>
    /// <param name="length">Its length in bytes.</param>
    /// <param name="sha256">What its SHA-256 must be, in lower-case hexadecimal, or null where the sender did not say.</param>
    [Alias("Complete")]
    Task<ImportSnapshot> Complete(long length, string? sha256);

    /// <summary>The upload broke off.</summary>
    [Alias("Break")]
    Task Break();

    /// <summary>Stops it as soon as may be.</summary>
    /// <param name="controlRoom">Who asks.</param>
    [AlwaysInterleave]
    [Alias("Cancel")]
    Task<ImportReply> Cancel(string controlRoom);

    /// <summary>The import as it stands.</summary>
    /// <param name="controlRoom">Who asks.</param>
    [AlwaysInterleave]
    [Alias("Get")]
    Task<ImportReply> Get(string controlRoom);

    /// <summary>The refused rows, by line; asked after <see cref="Get"/> said that it is the caller's own.</summary>
    /// <param name="after">Where the page before said that this one begins, or null.</param>
    /// <param name="limit">The most that are answered.</param>
    /// <exception cref="FormatException">Not such a place.</exception>
    [AlwaysInterleave]
    [Alias("ReadRefusals")]
    Task<ImportRefusalPage> ReadRefusals(string? after, int limit);

    /// <summary>Goes on after a start of the node.</summary>
    [Alias("Resume")]
    Task Resume();
}
