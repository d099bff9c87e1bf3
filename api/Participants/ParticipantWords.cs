using System.Text.Json;
using Burgernet.Participants;

namespace Burgernet.Api.Participants;

/// <summary>The words that stand for codes in the JSON of participants.</summary>
internal static class ParticipantWords
{
    /// <summary>Languages.</summary>
    public static readonly IReadOnlyDictionary<string, Language> Languages = new Dictionary<string, Language>(StringComparer.Ordinal)
    {
        ["nl"] = Language.Dutch,
        ["en"] = Language.English,
    };

    /// <summary>Kinds of participants.</summary>
    public static readonly IReadOnlyDictionary<string, ParticipantKind> Kinds = Names<ParticipantKind>();

    /// <summary>Where a participant may stand.</summary>
    public static readonly IReadOnlyDictionary<string, ParticipantStatus> Statuses = Names<ParticipantStatus>();

    /// <summary>Legal bases.</summary>
    public static readonly IReadOnlyDictionary<string, LegalBasis> LegalBases = Names<LegalBasis>();

    /// <summary>Channels.</summary>
    public static readonly IReadOnlyDictionary<string, ContactChannels> Channels = new Dictionary<string, ContactChannels>(
        StringComparer.Ordinal
    )
    {
        ["voice"] = ContactChannels.Voice,
        ["sms"] = ContactChannels.Sms,
        ["email"] = ContactChannels.Email,
    };

    /// <summary>Days, two letters each (RFC 5545 §3.3.10, in lower case).</summary>
    public static readonly IReadOnlyDictionary<string, DaysOfWeek> Days = new Dictionary<string, DaysOfWeek>(StringComparer.Ordinal)
    {
        ["mo"] = DaysOfWeek.Monday,
        ["tu"] = DaysOfWeek.Tuesday,
        ["we"] = DaysOfWeek.Wednesday,
        ["th"] = DaysOfWeek.Thursday,
        ["fr"] = DaysOfWeek.Friday,
        ["sa"] = DaysOfWeek.Saturday,
        ["su"] = DaysOfWeek.Sunday,
    };

    /// <summary>The code of a word; what it is not, for the register to refuse, where there is no such word.</summary>
    public static T CodeOf<T>(this IReadOnlyDictionary<string, T> words, string word, T otherwise) =>
        words.TryGetValue(word, out var code) ? code : otherwise;

    /// <summary>The words of flags.</summary>
    public static IReadOnlyList<string> WordsOf<T>(this IReadOnlyDictionary<string, T> words, T flags)
        where T : struct, Enum => [.. words.Where(word => flags.HasFlag(word.Value)).Select(word => word.Key)];

    private static Dictionary<string, T> Names<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().ToDictionary(code => JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString()), StringComparer.Ordinal);
}
