namespace Burgernet.Silo.Dossier;

/// <summary>A key for the heads of dossiers, as configured.</summary>
public sealed class DossierKeyOptions
{
    /// <summary>Its name, which stands beside every signature: 1 to 40 characters, for instance <c>2026-1</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>PEM, or the base64 inside of it: PKCS #8 (<c>openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256</c>), or of a key that only verifies its
    /// SubjectPublicKeyInfo (<c>openssl pkey -pubout</c>).</summary>
    public string Key { get; set; } = "";
}
