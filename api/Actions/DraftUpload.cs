namespace Burgernet.Api.Actions;

/// <summary>The parts of a request to prepare an action, as they came.</summary>
/// <param name="Parts">Each part's content by its name; only known names, each once.</param>
internal sealed record DraftUpload(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Parts)
{
    /// <summary>The part with the JSON.</summary>
    public const string Action = "action";

    /// <summary>The part with the Dutch recording.</summary>
    public const string DutchMessage = "message-nl";

    /// <summary>The part with the English recording.</summary>
    public const string EnglishMessage = "message-en";
}
