using MimeKit;

namespace Burgernet.Silo.Mail.Bounces;

/// <summary>A maildir: one file a mail, in <c>new</c> until a mail program has seen it, then in <c>cur</c>. One look at a time.</summary>
internal sealed class Maildir(string folder)
{
    private static readonly string[] Parts = ["new", "cur"];

    private HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Shows what came since the last look, one mail after the other. What was taken is removed; everything else stays as it was, unread, and is not shown again.</summary>
    /// <param name="take">Whether it is a bounce, which is stored now. What it throws ends the look: what was not taken is shown again.</param>
    /// <param name="cancellationToken">It takes too long, or the node stops.</param>
    public async Task Look(Func<MimeMessage, Task<bool>> take, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Parts.Select(part => Path.Combine(folder, part)).Where(Directory.Exists).SelectMany(Directory.GetFiles))
        {
            // What follows the colon changes as it is read; the rest is the mail's own.
            var name = Path.GetFileName(file).Split(':')[0];
            if (!_seen.Contains(name) && await TakeFile(file, take, cancellationToken))
            {
                continue;
            }

            seen.Add(name);
        }

        _seen = seen;
    }

    private static async Task<bool> TakeFile(string file, Func<MimeMessage, Task<bool>> take, CancellationToken cancellationToken)
    {
        if (new FileInfo(file).Length > BounceReader.LargestMail)
        {
            return false;
        }

        MimeMessage mail;
        try
        {
            mail = await MimeMessage.LoadAsync(file, cancellationToken);
        }
        catch (FormatException)
        {
            return false;
        }

        using (mail)
        {
            if (!await take(mail))
            {
                return false;
            }
        }

        File.Delete(file);
        return true;
    }
}
