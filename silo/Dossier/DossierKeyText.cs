using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Burgernet.Silo.Dossier;

/// <summary>A key as text: PEM, or the base64 inside of it.</summary>
internal static partial class DossierKeyText
{
    private const string P256 = "1.2.840.10045.3.1.7";

    /// <summary>Reads a key; null where it is none of P-256.</summary>
    public static (ECDsa Key, bool HasPrivate)? Read(string text)
    {
        var base64 = Frame().Replace(text, "").ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal);
        var der = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, der, out var length))
        {
            return null;
        }

        return Import(der.AsSpan(0, length), hasPrivate: true) ?? Import(der.AsSpan(0, length), hasPrivate: false);
    }

    private static (ECDsa Key, bool HasPrivate)? Import(ReadOnlySpan<byte> der, bool hasPrivate)
    {
        var key = ECDsa.Create();
        try
        {
            int read;
            if (hasPrivate)
            {
                key.ImportPkcs8PrivateKey(der, out read);
            }
            else
            {
                key.ImportSubjectPublicKeyInfo(der, out read);
            }

            if (read == der.Length && key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == P256)
            {
                return (key, hasPrivate);
            }
        }
        catch (CryptographicException)
        {
            // Not of this form.
        }

        key.Dispose();
        return null;
    }

    [GeneratedRegex("-----(BEGIN|END) [A-Z ]+-----", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Frame();
}
