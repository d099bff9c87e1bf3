using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Burgernet.Api.Json;

/// <summary>Times as ISO 8601 in UTC with Z: milliseconds always, finer digits where the moment has them.</summary>
internal sealed class UtcConverter : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Format(value));

    private static string Format(DateTimeOffset value)
    {
        var text = value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture);
        var milliseconds = text.Length - 4;
        return string.Concat(text.AsSpan(0, milliseconds), text.AsSpan(milliseconds).TrimEnd('0'), "Z");
    }
}
