namespace Burgernet.Api.Practice;

/// <summary>What mail a practice node keeps instead of sending them. The node implements it.</summary>
public interface IPracticeInbox
{
    /// <summary>Mails, newest first; null where mail is not for practice.</summary>
    /// <param name="to">Only those to this address; null for the last ones, whoever got them.</param>
    IReadOnlyList<PracticeMailJson>? Mail(string? to = null);
}
