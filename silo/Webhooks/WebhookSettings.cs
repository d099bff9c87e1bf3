using System.Security.Cryptography;
using System.Text;
using Burgernet.Api;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Webhooks;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.Webhooks;

/// <summary>Reads where each control room wants to be told: <c>Burgernet:ControlRooms:0:Webhooks:0:Url</c> ….</summary>
internal static class WebhookSettings
{
    private const int LongestName = 64;

    private static readonly string[] Types =
    [
        .. typeof(ActionEventType).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!),
    ];

    /// <summary>Reads and checks them.</summary>
    /// <exception cref="OptionsValidationException">They cannot be right; with every reason, and without a secret or an address in it.</exception>
    public static WebhookList Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var failures = new List<string>();
        var endpoints = new List<WebhookEndpoint>();
        foreach (var room in configuration.GetSection(ApiOptions.ControlRoomsSection).GetChildren())
        {
            foreach (var section in room.GetSection("Webhooks").GetChildren())
            {
                if (Read(room["Id"] ?? "", section, failures) is { } endpoint)
                {
                    endpoints.Add(endpoint);
                }
            }
        }

        failures.AddRange(
            endpoints
                .GroupBy(endpoint => endpoint.Key, StringComparer.Ordinal)
                .Where(same => same.Count() > 1)
                .Select(same => $"{ApiOptions.ControlRoomsSection}: the webhook '{same.Key}' is there twice; give each a Name of its own.")
        );
        return failures.Count == 0
            ? new WebhookList(endpoints)
            : throw new OptionsValidationException(ApiOptions.ControlRoomsSection, typeof(WebhookEndpoint), failures);
    }

    private static WebhookEndpoint? Read(string controlRoom, IConfigurationSection section, List<string> failures)
    {
        var before = failures.Count;
        Require(
            Uri.TryCreate(section["Url"], UriKind.Absolute, out var url)
                && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)),
            "Url must be an https address; http only to this machine (127.0.0.1, [::1], localhost)."
        );
        Require(url is null || (url.UserInfo.Length == 0 && url.Fragment.Length == 0), "Url has no user, password or fragment.");
        var name =
            section["Name"]
            ?? (url is null ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url.AbsoluteUri)))[..12]);
        Require(
            url is null || name.Length is >= 1 and <= LongestName && name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'),
            "Name must be 1 to 64 of a-z, 0-9 and '-'."
        );

        var secret = WebhookSecret.Read(section["Secret"]);
        Require(secret is not null, "Secret must be whsec_ and the base64 of 24 to 64 random bytes.");
        var previous = WebhookSecret.Read(section["PreviousSecret"]);
        Require(previous is not null || section["PreviousSecret"] is null, "PreviousSecret must be like Secret, or absent.");
        var events = section.GetSection("Events").GetChildren().Select(type => type.Value ?? "").ToArray();
        Require(
            events.All(type => Types.Contains(type, StringComparer.Ordinal)),
            $"Events must be some of {string.Join(", ", Types)}; absent for all but anchored."
        );
        return failures.Count == before
            ? new WebhookEndpoint(controlRoom, name, url!, previous is null ? [secret!] : [secret!, previous], events)
            : null;

        void Require(bool holds, string otherwise)
        {
            if (!holds)
            {
                failures.Add($"{section.Path}: {otherwise}");
            }
        }
    }
}
