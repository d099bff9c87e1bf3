using System.Text.Json.Serialization;

namespace Burgernet.Practice;

/// <summary>The JSON of a record line: camelCase, enums by name, absent values left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(PracticeCallRecord))]
[JsonSerializable(typeof(PracticeSmsRecord))]
internal sealed partial class PracticeRecordJson : JsonSerializerContext;
