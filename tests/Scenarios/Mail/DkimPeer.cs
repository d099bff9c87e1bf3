using System.Diagnostics;
using System.Security.Cryptography;
using Burgernet.TestKit;

namespace Burgernet.Tests.Scenarios.Mail;

/// <summary>A verifier of DKIM signatures that we did not write, and that knows nothing of MimeKit (Debian's <c>python3-dkim</c>).</summary>
internal static class DkimPeer
{
    /// <summary>Whether it finds the signature of a mail good.</summary>
    /// <param name="mail">The mail as it arrived.</param>
    /// <param name="selector">The selector that must have signed it.</param>
    /// <param name="domain">The domain that must have signed it.</param>
    /// <param name="key">What stands in its DNS.</param>
    /// <param name="cancellationToken">The test ends.</param>
    public static async Task<bool> Verify(byte[] mail, string selector, string domain, RSA key, CancellationToken cancellationToken)
    {
        const string Python = "/usr/bin/python3";
        if (!File.Exists(Python) || !Directory.Exists("/usr/lib/python3/dist-packages/dkim"))
        {
            Peers.Missing("dkimpy is not installed (package python3-dkim)");
        }

        var start = new ProcessStartInfo(
            Python,
            [
                Path.Combine(RepositoryRoot.Path, "tests", "Scenarios", "Mail", "verify.py"),
                $"{selector}._domainkey.{domain}",
                $"v=DKIM1; k=rsa; p={Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())}",
            ]
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.BaseStream.WriteAsync(mail, cancellationToken);
        process.StandardInput.Close();
        var said = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return bool.Parse(said);
    }
}
