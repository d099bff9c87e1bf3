using Burgernet.Actions;
using Burgernet.Participants;

namespace Burgernet.Speech;

/// <summary>What is to be spoken.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.speech-request")]
public sealed record SpeechRequest
{
    /// <summary>The text as the dispatcher wrote it.</summary>
    [Id(0)]
    public required string Text { get; init; }

    /// <summary>In which language.</summary>
    [Id(1)]
    public required Language Language { get; init; }

    /// <summary>Whose sentences stand around it; null for none.</summary>
    [Id(2)]
    public ActionKind? Kind { get; init; }

    /// <summary>Whether the kind's opening sentence stands before it.</summary>
    [Id(3)]
    public bool Opening { get; init; } = true;

    /// <summary>Whether the kind's closing sentences stand behind it.</summary>
    [Id(4)]
    public bool Closing { get; init; } = true;

    /// <summary>Whose call-back number is said.</summary>
    [Id(5)]
    public required string ControlRoom { get; init; }

    /// <summary>Whether it is for a practice action; null where the control room has carriers of one kind only.</summary>
    [Id(6)]
    public bool? Practice { get; init; }
}
