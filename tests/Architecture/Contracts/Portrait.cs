using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Burgernet.Tests.Architecture.Contracts;

/// <summary>What stands in a value, as JSON that two versions can be compared by: members by id and name, of which only the id counts.</summary>
public static class Portrait
{
    /// <summary>Of a value.</summary>
    public static JsonNode? Of(object? value) =>
        value switch
        {
            null => null,
            bool truth => truth,
            string text => text,
            ReadOnlyMemory<byte> bytes => Convert.ToBase64String(bytes.Span),
            byte[] bytes => Convert.ToBase64String(bytes),
            Enum code => Convert.ToInt64(code, CultureInfo.InvariantCulture),
            Guid id => id.ToString("D"),
            TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
            DateTimeOffset or DateTime or DateOnly or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
            IConvertible number => number.ToString(CultureInfo.InvariantCulture),
            IDictionary pairs => new JsonArray([
                .. pairs.Keys.Cast<object>().Select(key => (JsonNode?)new JsonArray(Of(key), Of(pairs[key]))),
            ]),
            IEnumerable many => new JsonArray([.. many.Cast<object?>().Select(Of)]),
            Exception exception => new JsonObject { ["Message"] = exception.Message },
            _ => Members(value),
        };

    /// <summary>Where a value of today falls short of one that an older version wrote.</summary>
    /// <param name="old">What was written.</param>
    /// <param name="today">What is read of it.</param>
    /// <param name="path">Where, for the sentences.</param>
    public static IEnumerable<string> Losses(JsonNode? old, JsonNode? today, string path) =>
        (old, today) switch
        {
            (JsonObject before, JsonObject now) => before
                .Where(member => !member.Key.StartsWith('$'))
                .SelectMany(member =>
                    now.FirstOrDefault(other => Id(other.Key) == Id(member.Key)) is { Key: not null } found
                        ? Losses(member.Value, found.Value, $"{path}.{Id(member.Key)}")
                        : []
                ),
            (JsonArray before, JsonArray now) when before.Count == now.Count => before.SelectMany(
                (element, at) => Losses(element, now[at], $"{path}[{at}]")
            ),
            _ when JsonNode.DeepEquals(old, today) => [],
            _ => [$"{path} was written as {old?.ToJsonString() ?? "null"} and is read as {today?.ToJsonString() ?? "null"}"],
        };

    private static JsonObject Members(object value)
    {
        var type = value.GetType();
        var portrait = new JsonObject { ["$"] = TypeNames.Of(type) };
        foreach (var member in SerializedMember.OfMessage(type))
        {
            portrait[$"{member.Key} {member.Name}"] = Of(member.Field.GetValue(value));
        }

        return portrait;
    }

    private static string Id(string key) => key.Split(' ')[0];
}
