using System.Text.Json.Serialization;

namespace Burgernet.Participants;

/// <summary>A language that participants are spoken to in.</summary>
[GenerateSerializer]
[Alias("burgernet.language")]
public enum Language
{
    /// <summary>Dutch (nl), also the fallback.</summary>
    [JsonStringEnumMemberName("nl")]
    Dutch,

    /// <summary>English (en).</summary>
    [JsonStringEnumMemberName("en")]
    English,
}
