namespace Burgernet.Smpp.Session;

/// <summary>The version that is spoken here, SMPP 3.4 §5.2.4.</summary>
internal static class SmppVersion
{
    public const byte Number = 0x34;
}
