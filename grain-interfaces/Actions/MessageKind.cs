namespace Burgernet.Actions;

/// <summary>What a message of an action is for. Values are stored; never renumber.</summary>
[GenerateSerializer]
[Alias("burgernet.message-kind")]
public enum MessageKind
{
    /// <summary>The call itself: the first message.</summary>
    Call = 0,

    /// <summary>News for everyone selected, after what they were told before.</summary>
    Update = 1,

    /// <summary>Takes the place of the call: for who was not called yet, and for who was contacted.</summary>
    Correction = 2,

    /// <summary>How it ended (afloopbericht): for everyone who was contacted.</summary>
    Outcome = 3,

    /// <summary>The article after closing: by mail, for everyone who was contacted and asked for articles.</summary>
    Article = 4,
}
