namespace Burgernet.Api.Sms;

/// <summary>Text messages that fit no action.</summary>
public sealed record InboundSmsListJson
{
    /// <summary>The messages: who asked for help first, and then the newest first.</summary>
    public required IReadOnlyList<InboundSmsJson> Messages { get; init; }

    /// <summary>The address of the next page; absent on the last.</summary>
    public string? Next { get; init; }
}
