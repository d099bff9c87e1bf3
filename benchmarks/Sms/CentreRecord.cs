using System.Globalization;
using Burgernet.Practice;

namespace Burgernet.Benchmarks.Sms;

/// <summary>What SMS centres themselves saw.</summary>
internal static class CentreRecord
{
    private const double NanosecondsPerTick = 100;

    /// <summary>The record of <c>centre.cjs</c>, in the order of the submits; its lines are explained there. A line that was cut off by a kill is left out.</summary>
    public static IReadOnlyList<CentreSubmit> Read(string file)
    {
        var submits = new Dictionary<string, CentreSubmit>(StringComparer.Ordinal);
        foreach (var line in File.ReadAllText(file).Split('\n')[..^1])
        {
            var words = line.Split(' ');
            switch (words[0])
            {
                case "S":
                    submits.Add(words[1], new CentreSubmit(words[1], PersonOf("+" + words[2]), Number(words[3])));
                    break;
                case "A":
                    submits[words[1]].AnsweredAt = Number(words[2]);
                    break;
                case "R" when words[2] == "0":
                    submits[words[1]].ReceiptAt ??= Number(words[3]);
                    break;
                default:
                    break;
            }
        }

        return [.. submits.Values];
    }

    /// <summary>The record of a practice centre; of receipts it says that they were acknowledged, not when.</summary>
    public static IReadOnlyList<CentreSubmit> ReadPractice(string file) =>
        [
            .. PracticeRecordFile
                .ReadSms(file)
                .Where(sms => sms.MessageId is not null)
                .Select(sms => new CentreSubmit(sms.MessageId!, PersonOf(sms.To), Of(sms.Submitted))
                {
                    AnsweredAt = Of(sms.Submitted),
                    ReceiptAt = sms.ReceiptsTaken > 0 ? Of(sms.Ended ?? sms.Submitted) : null,
                }),
        ];

    private static long Of(PracticeMoment moment) => (long)(moment.Monotonic.Ticks * NanosecondsPerTick);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static int PersonOf(string number) =>
        PracticeNumbers.TryGetIndex(number, out var person) ? person : throw new FormatException($"{number} is nobody's");
}
