namespace Burgernet.Api.Actions;

/// <summary>The parts of a request that has messages, as they came.</summary>
/// <param name="Parts">Each part's content by its name; only known names, each once.</param>
internal sealed record DraftUpload(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Parts)
{
    /// <summary>The part with the JSON of an action.</summary>
    public const string Action = "action";

    /// <summary>The part with the JSON of a further message.</summary>
    public const string Message = "message";

    /// <summary>The part with the Dutch recording.</summary>
    public const string DutchMessage = "message-nl";

    /// <summary>The part with the English recording.</summary>
    public const string EnglishMessage = "message-en";
}
