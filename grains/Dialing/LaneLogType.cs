using Burgernet.Participants;

namespace Burgernet.Grains.Dialing;

/// <summary>The types of a lane's entries. Stored; never rename.</summary>
/// <remarks>What an entry says is all that its step changed in the tables beside the chain, so that these can be held against it
/// (<see cref="Dossier.DossierCheck"/>). Members that came later are absent from older entries.</remarks>
public static class LaneLogType
{
    /// <summary>Participants came in.</summary>
    public const string Selected = "selected";

    /// <summary>An attempt was claimed by a dialer.</summary>
    public const string Claimed = "claimed";

    /// <summary>An attempt was answered.</summary>
    public const string Answered = "answered";

    /// <summary>An attempt ended; with the delivery's result where that is now known.</summary>
    public const string Ended = "ended";

    /// <summary>A delivery got its result without an attempt ending.</summary>
    public const string Settled = "settled";

    /// <summary>A participant called back and got the message so.</summary>
    public const string CalledBack = "called-back";

    /// <summary>A carrier told later what became of a text; with the delivery's result from then on.</summary>
    public const string Receipt = "receipt";

    /// <summary>How a language stands in <see cref="Selected"/>, a letter for each participant.</summary>
    public static char LetterOf(Language language) => language == Language.English ? 'e' : 'n';
}
