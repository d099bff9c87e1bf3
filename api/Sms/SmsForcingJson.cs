namespace Burgernet.Api.Sms;

/// <summary>A character that makes an SMS ucs2.</summary>
/// <param name="Character">It.</param>
public sealed record SmsForcingJson(string Character)
{
    /// <summary>How it could be written in gsm7: empty where it can be left out; absent where there is no other way.</summary>
    public string? Instead { get; init; }
}
