namespace Burgernet.Sip.Authentication;

/// <summary>Hash algorithms of digest authentication, RFC 8760 §2.</summary>
internal enum DigestAlgorithm : byte
{
    Unknown,
    Md5,
    Sha256,
    Sha512Of256,
}
