namespace Burgernet.Silo.Mail.Dkim;

/// <summary>Whether and with what mail is signed (RFC 6376); section <c>Burgernet:Mail:Dkim</c>.</summary>
public sealed class DkimOptions
{
    /// <summary>The domain that signs. Default that of the sender's address.</summary>
    public string? Domain { get; set; }

    /// <summary>The keys, oldest first: the last one whose time has come signs. Default none, and nothing is signed.</summary>
    public IList<DkimKeyOptions> Keys { get; init; } = [];
}
