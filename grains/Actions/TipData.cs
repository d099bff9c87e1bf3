namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>tip</c>: words and number are sealed with a key that stands elsewhere, so that erasing the key leaves the chain whole.</summary>
/// <param name="TipId">The tip's id.</param>
/// <param name="Sealed">Nonce, ciphertext and tag, base64.</param>
public sealed record TipData(Guid TipId, string Sealed);
