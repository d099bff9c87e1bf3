using System.Globalization;
using System.Text.Json;
using Burgernet.Api.Participants;
using Burgernet.Imports;
using Burgernet.Participants;

namespace Burgernet.Api.Imports;

/// <summary>Why rows and files were refused, in words.</summary>
internal static class ImportTexts
{
    private static readonly Dictionary<string, (string English, string Dutch)> ByCode = Enum.GetValues<ImportRefusalCode>()
        .Select(code => (Name: Name(code), Words: ImportReasonTexts.Of(code)))
        .Concat(Enum.GetValues<ParticipantRefusalCode>().Select(code => (Name: Name(code), Words: ParticipantReasonTexts.Of(code))))
        .ToDictionary(text => text.Name, text => text.Words, StringComparer.Ordinal);

    /// <summary>Of a row.</summary>
    public static string Of(ImportRefusal refusal, bool dutch)
    {
        var words = ByCode.TryGetValue(refusal.Code, out var found) ? found : (refusal.Code, refusal.Code);
        return string.Format(CultureInfo.InvariantCulture, dutch ? words.Item2 : words.Item1, refusal.OtherLine);
    }

    /// <summary>Of a file.</summary>
    public static string Of(ImportFileProblem problem, bool dutch)
    {
        var (english, dutchText) = ImportReasonTexts.Of(problem.Code);
        return string.Format(CultureInfo.InvariantCulture, dutch ? dutchText : english, problem.Line, problem.Column, problem.Most);
    }

    private static string Name<T>(T code)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString());
}
