namespace Burgernet.Mail;

/// <summary>What somebody who is written to by mail may unsubscribe from, without leaving Burgernet. Values stand in links; never renumber.</summary>
[GenerateSerializer]
[Alias("burgernet.mail-list")]
public enum MailList
{
    /// <summary>The articles after an action.</summary>
    Articles = 1,

    /// <summary>All mail about actions, articles too. Calls and text messages go on.</summary>
    All = 2,
}
