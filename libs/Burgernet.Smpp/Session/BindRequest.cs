namespace Burgernet.Smpp.Session;

/// <summary>Who wants to bind.</summary>
/// <param name="Mode">For which direction.</param>
/// <param name="Credentials">Who, and with what password.</param>
/// <param name="SystemType">Kind of system.</param>
/// <param name="InterfaceVersion">0x34 for SMPP 3.4.</param>
/// <param name="AddressRange">Addresses served.</param>
public sealed record BindRequest(BindMode Mode, SmppCredentials Credentials, string SystemType, byte InterfaceVersion, string AddressRange);
