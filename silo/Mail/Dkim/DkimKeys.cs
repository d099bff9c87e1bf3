using Microsoft.Extensions.Options;
using MimeKit;

namespace Burgernet.Silo.Mail.Dkim;

/// <summary>Signs mails with the key whose time it is, or not at all where none is configured. Any thread.</summary>
internal sealed class DkimKeys
{
    private readonly List<(DateTimeOffset From, DkimKey Key)> _keys = [];
    private readonly TimeProvider _time;

    /// <summary>Reads the keys.</summary>
    /// <exception cref="OptionsValidationException">One of them cannot be used.</exception>
    public DkimKeys(IOptions<MailOptions> options, TimeProvider time)
    {
        _time = time;
        var mail = options.Value;
        var refusals = new List<string>();
        foreach (var configured in mail.Dkim.Keys)
        {
            if (DkimKey.Read(configured, mail.Dkim.Domain ?? mail.Domain, out var refusal) is { } key)
            {
                _keys.Add((configured.SignsFrom ?? DateTimeOffset.MinValue, key));
            }
            else
            {
                refusals.Add($"{MailOptions.Section}:Dkim, selector '{configured.Selector}': {refusal}");
            }
        }

        if (refusals.Count > 0)
        {
            throw new OptionsValidationException(MailOptions.Section, typeof(MailOptions), refusals);
        }
    }

    /// <summary>Signs a mail by the last key whose time has come.</summary>
    /// <returns>The selector, or null where it is not signed.</returns>
    public string? Sign(MimeMessage message)
    {
        var now = _time.GetUtcNow();
        if (_keys.FindLast(key => key.From <= now).Key is not { } current)
        {
            return null;
        }

        current.Sign(message);
        return current.Selector;
    }
}
