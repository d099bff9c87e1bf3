using Burgernet.Dialing;

namespace Burgernet.Silo.Storage;

/// <summary>The words for enumerations that stand as numbers, in the table <c>stored_word</c>, so that views can say them.</summary>
internal static class StoredWords
{
    /// <summary>Stores one word; parameters: list, code, word.</summary>
    public const string Keep = """
        insert into stored_word (list, code, word) values ($1, $2, $3)
        on conflict (list, code) do update set word = excluded.word where stored_word.word <> excluded.word
        """;

    /// <summary>All of them.</summary>
    public static IEnumerable<(string List, int Code, string Word)> All =>
        Of<DeliveryResult>("delivery-result").Concat(Of<CallEnd>("call-end"));

    private static IEnumerable<(string List, int Code, string Word)> Of<T>(string list)
        where T : struct, Enum =>
        Enum.GetValues<T>()
            .Select(code => (list, Convert.ToInt32(code, System.Globalization.CultureInfo.InvariantCulture), StoredCodes.Of(code)));
}
