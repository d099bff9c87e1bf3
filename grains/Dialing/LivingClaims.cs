namespace Burgernet.Grains.Dialing;

/// <summary>What dialers that were asked still hold.</summary>
internal sealed class LivingClaims
{
    private readonly HashSet<Guid> _claims = [];
    private readonly HashSet<string> _dialers = new(StringComparer.Ordinal);

    /// <summary>The claims, by their nonces.</summary>
    public IReadOnlySet<Guid> Claims => _claims;

    /// <summary>The dialers that live, by their keys.</summary>
    public IReadOnlySet<string> Dialers => _dialers;

    /// <summary>Takes in what a dialer said; null where it is gone.</summary>
    public void Add(string dialer, Guid[]? claims)
    {
        if (claims is not null)
        {
            _dialers.Add(dialer);
            _claims.UnionWith(claims);
        }
    }

    /// <summary>What an old claim has come to.</summary>
    public ClaimState StateOf(Delivery delivery) =>
        _claims.Contains(delivery.Nonce) ? ClaimState.Held
        : delivery.IsText && _dialers.Contains(DialerKey.Of(delivery.Carrier, delivery.Incarnation)) ? ClaimState.NeverLeft
        : ClaimState.Lost;
}
