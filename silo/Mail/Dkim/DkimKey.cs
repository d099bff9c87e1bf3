using System.Security.Cryptography;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;

namespace Burgernet.Silo.Mail.Dkim;

/// <summary>Signs mails with one key: rsa-sha256, relaxed/relaxed (RFC 6376 §3.4). Any thread, one mail at a time each.</summary>
/// <remarks>MimeKit writes what is signed, the framework signs it: MimeKit's own RSA takes ten times as long.</remarks>
internal sealed class DkimKey : DkimSigner
{
    /// <summary>Shorter ones are refused at Gmail and elsewhere in the years to come (RFC 8301 §3.2).</summary>
    public const int SmallestKey = 2048;

    /// <summary>
    /// What is signed. Twice where there is one of it: so a second one that somebody adds breaks the signature (RFC 6376 §8.15). RFC 8058 §4 wants what unsubscribes to be covered.
    /// </summary>
    private static readonly string[] Signed =
    [
        "from",
        "from",
        "to",
        "to",
        "subject",
        "subject",
        "date",
        "date",
        "message-id",
        "reply-to",
        "mime-version",
        "content-type",
        "content-type",
        "content-language",
        "auto-submitted",
        "list-id",
        "list-unsubscribe",
        "list-unsubscribe",
        "list-unsubscribe-post",
        "list-unsubscribe-post",
    ];

    private readonly RSA _key;
    private readonly Lock _turn = new();

    private DkimKey(RSA key, string domain, string selector)
        : base(DotNetUtilities.GetRsaKeyPair(key).Private, domain, selector, DkimSignatureAlgorithm.RsaSha256)
    {
        _key = key;
        HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed;
        BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed;
    }

    /// <summary>Reads a key.</summary>
    /// <param name="options">Which.</param>
    /// <param name="domain">The domain that signs.</param>
    /// <param name="refusal">Why it cannot be used; null where it can.</param>
    public static DkimKey? Read(DkimKeyOptions options, string domain, out string? refusal)
    {
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        var key = RSA.Create();
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(options.File) & others) != UnixFileMode.None)
            {
                refusal = $"{options.File} can be read by others: chmod 600";
                return null;
            }

            key.ImportFromPem(File.ReadAllText(options.File));
            if (key.KeySize < SmallestKey)
            {
                refusal = $"{options.File} is an RSA key of {key.KeySize} bits; {SmallestKey} are needed";
                return null;
            }

            _ = key.SignHash(new byte[SHA256.HashSizeInBytes], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            refusal = null;
            var read = new DkimKey(key, domain, options.Selector);
            key = null;
            return read;
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            refusal = $"{options.File} cannot be read as a private RSA key in PEM";
            return null;
        }
        finally
        {
            key?.Dispose();
        }
    }

    /// <summary>Signs a mail, which is not changed afterwards.</summary>
    public void Sign(MimeMessage message)
    {
        // As it is sent: in seven bits, so that no relay on the way has to write it anew.
        message.Prepare(EncodingConstraint.SevenBit);
        Sign(message, Signed);
    }

    /// <inheritdoc/>
    protected override ISigner CreateSigningContext() => new FrameworkRsaSigner(_key, _turn);
}
