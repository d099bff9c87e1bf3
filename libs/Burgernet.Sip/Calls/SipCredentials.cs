namespace Burgernet.Sip;

/// <summary>What a carrier asks for by digest authentication (RFC 3261 §22). Its text form never holds the password.</summary>
public sealed class SipCredentials
{
    /// <summary>The user name at the carrier.</summary>
    public required string UserName { get; init; }

    /// <summary>The password.</summary>
    public required string Password { get; init; }

    /// <inheritdoc />
    public override string ToString() => "***";
}
