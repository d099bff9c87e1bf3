using Burgernet.Actions;

namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>tip</c>: words and number are sealed with a key that stands elsewhere, so that erasing the key leaves the chain whole.</summary>
/// <param name="TipId">The tip's id.</param>
/// <param name="Sealed">Nonce, ciphertext and tag, base64.</param>
/// <param name="Channel">How it came; null where a dispatcher wrote it down.</param>
/// <param name="Urgent">True where it is to be read first, else null.</param>
public sealed record TipData(Guid TipId, string Sealed, TipChannel? Channel = null, bool? Urgent = null)
{
    /// <summary>That it stands in the dossier.</summary>
    internal TipReceipt ReceiptOf(ActionEvent happened) =>
        new(TipId, happened.At, happened.Sequence, happened.Actor.Dispatcher, Channel ?? TipChannel.Dispatcher, Urgent == true);
}
