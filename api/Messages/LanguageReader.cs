using Burgernet.Api.Json;
using Burgernet.Api.Problems;
using Burgernet.Participants;

namespace Burgernet.Api.Messages;

/// <summary>Reads the language of a message: <c>nl</c> or <c>en</c>; Dutch where none is said.</summary>
internal static class LanguageReader
{
    public static Language Read(JsonFields fields, string name, ProblemSink problems)
    {
        switch (fields.Text(name))
        {
            case "en":
                return Language.English;
            case null or "nl":
                return Language.Dutch;
            default:
                problems.Add(SpeechReasons.UnknownLanguage, fields.PathOf(name));
                return Language.Dutch;
        }
    }
}
