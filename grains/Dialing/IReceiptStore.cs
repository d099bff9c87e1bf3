namespace Burgernet.Grains.Dialing;

/// <summary>Stores receipts, and finds the texts that they are for. The node implements it.</summary>
/// <remarks>Every method may throw <see cref="Actions.StoreUnavailableException"/>, and may be repeated.</remarks>
public interface IReceiptStore
{
    /// <summary>Stores receipts; durable when it returns. Those that fit no text yet wait. That a text arrived is never overwritten.</summary>
    /// <param name="receipts">Each text once.</param>
    Task Take(IReadOnlyList<ReceiptRow> receipts);

    /// <summary>Matches receipts that wait with texts whose acknowledgement was stored since.</summary>
    /// <returns>How many.</returns>
    Task<int> MatchAcknowledged();

    /// <summary>Matches receipts that wait with texts that were never acknowledged: by number, centre and time, where that leaves exactly one.</summary>
    /// <param name="centre">The SMS centre.</param>
    /// <param name="carriers">The carriers that lead to it.</param>
    /// <param name="receivedBefore">Only receipts that came before this: an acknowledgement may still be on its way to the store.</param>
    /// <returns>How many.</returns>
    Task<int> MatchUnknown(string centre, IReadOnlyList<string> carriers, DateTimeOffset receivedBefore);

    /// <summary>All parts of texts of which a receipt was not told to the lane yet, oldest first.</summary>
    /// <param name="limit">Of at most so many texts.</param>
    Task<IReadOnlyList<TextPart>> ReadUntold(int limit);

    /// <summary>What is known of these parts was told to their lanes.</summary>
    Task Told(IReadOnlyList<TextPart> parts);

    /// <summary>Forgets receipts that fit nothing.</summary>
    /// <param name="receivedBefore">Those that came before this.</param>
    Task Forget(DateTimeOffset receivedBefore);
}
