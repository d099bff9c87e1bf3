namespace Burgernet.Grains.Mail;

/// <summary>Of what weight a bounce is for an address.</summary>
internal enum BounceWeight
{
    /// <summary>It says nothing of the address.</summary>
    None,

    /// <summary>Several make it undeliverable.</summary>
    Soft,

    /// <summary>It is undeliverable.</summary>
    Hard,
}
