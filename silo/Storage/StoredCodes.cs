using System.Text.Json;
using Burgernet.Participants;

namespace Burgernet.Silo.Storage;

/// <summary>The text forms in which codes stand in the database, for those who read it with SQL.</summary>
internal static class StoredCodes
{
    /// <summary>ISO 639-1.</summary>
    public static string Of(Language language) => language == Language.English ? "en" : "nl";

    /// <summary>From ISO 639-1.</summary>
    public static Language LanguageOf(string code) => code == "en" ? Language.English : Language.Dutch;

    /// <summary>An enumeration's name in kebab case.</summary>
    public static string Of<T>(T code)
        where T : struct, Enum => Names<T>.Texts.TryGetValue(code, out var text) ? text : Named(code);

    /// <summary>The value of a name in kebab case.</summary>
    public static T Parse<T>(string name)
        where T : struct, Enum => Names<T>.Codes[name];

    private static string Named<T>(T code)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString());

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Texts = Enum.GetValues<T>().Distinct().ToDictionary(code => code, Named);
        public static readonly Dictionary<string, T> Codes = Texts.ToDictionary(
            code => code.Value,
            code => code.Key,
            StringComparer.Ordinal
        );
    }
}
