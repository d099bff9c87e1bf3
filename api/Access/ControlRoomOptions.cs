namespace Burgernet.Api.Access;

/// <summary>A control room that may call the API.</summary>
public sealed class ControlRoomOptions
{
    /// <summary>Its id, which stands in every event: 1 to 64 of a-z, 0-9 and '-'; not <c>practice</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>Its name on screens.</summary>
    public string Name { get; set; } = "";

    /// <summary>SHA-256 of each key of its dispatchers, in hexadecimal; several while keys are being changed. Such a key has the role <see cref="Role.Dispatcher"/> and no other.</summary>
    public IList<string> ApiKeyHashes { get; } = [];

    /// <summary>Keys with roles of their own.</summary>
    public IList<ApiKeyOptions> Keys { get; } = [];

    /// <summary>Whether anybody can call in its name.</summary>
    public bool HasKey => ApiKeyHashes.Count > 0 || Keys.Count > 0;
}
