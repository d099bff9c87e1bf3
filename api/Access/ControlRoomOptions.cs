namespace Burgernet.Api.Access;

/// <summary>A control room that may call the API.</summary>
public sealed class ControlRoomOptions
{
    /// <summary>Its id, which stands in every event: 1 to 64 of a-z, 0-9 and '-'; not <c>practice</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>Its name on screens.</summary>
    public string Name { get; set; } = "";

    /// <summary>SHA-256 of each of its keys in hexadecimal (<c>printf %s "$KEY" | sha256sum</c>); several while keys are being changed.</summary>
    public IList<string> ApiKeyHashes { get; } = [];
}
