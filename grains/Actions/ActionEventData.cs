using System.Text.Json;
using System.Text.Json.Serialization;

namespace Burgernet.Grains.Actions;

/// <summary>Writes and reads the JSON content of events. The order of members is part of the stored form.</summary>
public static class ActionEventData
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The JSON of a content.</summary>
    public static string Write<T>(T data) => JsonSerializer.Serialize(data, Json);

    /// <summary>The content of a JSON.</summary>
    /// <exception cref="JsonException">Not this content.</exception>
    public static T Read<T>(string data) => JsonSerializer.Deserialize<T>(data, Json) ?? throw new JsonException("null");
}
