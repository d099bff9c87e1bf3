using System.Text.Json.Serialization;

namespace Burgernet.Api.Json;

/// <summary>JSON that is already text, passed on as it is.</summary>
/// <param name="Text">The JSON.</param>
[JsonConverter(typeof(RawJsonConverter))]
public sealed record RawJson(string Text);
