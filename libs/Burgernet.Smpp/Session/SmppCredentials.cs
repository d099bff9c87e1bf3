namespace Burgernet.Smpp.Session;

/// <summary>Who binds.</summary>
/// <param name="SystemId">At most 15 characters.</param>
/// <param name="Password">At most 8 characters; sent as it is, so over anything but loopback only with TLS.</param>
public sealed record SmppCredentials(string SystemId, string Password)
{
    /// <summary>Without the password: it must not get into logs by accident.</summary>
    public override string ToString() => SystemId;

    internal string? Examine() =>
        SystemId.Length > 15 ? "A system id has at most 15 characters."
        : Password.Length > 8 ? "A password has at most 8 characters."
        : null;
}
