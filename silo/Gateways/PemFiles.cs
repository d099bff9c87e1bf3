using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Burgernet.Silo.Gateways;

/// <summary>Reads certificates and keys from PEM files.</summary>
internal static class PemFiles
{
    /// <summary>Why a file cannot be used, or null.</summary>
    /// <param name="file">Named in the reason.</param>
    /// <param name="read">Reads it.</param>
    public static string? Try(string file, Func<object> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            read();
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            return $"'{file}' cannot be used: {fault.Message.TrimEnd('.')}";
        }
    }

    /// <summary>All certificates of some files.</summary>
    /// <exception cref="CryptographicException">One holds none.</exception>
    public static X509Certificate2Collection ReadAuthorities(IEnumerable<string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var authorities = new X509Certificate2Collection();
        foreach (var file in files)
        {
            var before = authorities.Count;
            authorities.ImportFromPemFile(file);
            if (authorities.Count == before)
            {
                throw new CryptographicException("it holds no certificate in PEM form");
            }
        }

        return authorities;
    }

    /// <summary>A certificate with its key.</summary>
    /// <param name="certificateFile">The certificate.</param>
    /// <param name="keyFile">Its key; null where the same file holds it.</param>
    public static X509Certificate2 ReadIdentity(string certificateFile, string? keyFile) =>
        X509Certificate2.CreateFromPemFile(certificateFile, keyFile);
}
