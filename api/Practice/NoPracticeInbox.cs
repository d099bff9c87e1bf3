namespace Burgernet.Api.Practice;

/// <summary>As long as nobody says otherwise, what is sent is sent.</summary>
internal sealed class NoPracticeInbox : IPracticeInbox
{
    /// <inheritdoc/>
    public IReadOnlyList<PracticeMailJson>? Mail(string? to = null) => null;
}
