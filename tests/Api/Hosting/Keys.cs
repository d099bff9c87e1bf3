using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Burgernet.Tests.Api.Hosting;

/// <summary>Control rooms with keys.</summary>
internal static class Keys
{
    /// <summary>The settings that give a control room a key.</summary>
    public static (string Key, string Value)[] Room(int index, string id, params string[] keys) =>
        [
            ($"Burgernet:ControlRooms:{index}:Id", id),
            ($"Burgernet:ControlRooms:{index}:Name", $"Meldkamer {id}"),
            .. keys.Select((key, i) => ($"Burgernet:ControlRooms:{index}:ApiKeyHashes:{i}", Hash(key))),
        ];

    /// <summary>The settings that give a control room a key with roles.</summary>
    public static (string Key, string Value)[] WithRoles(int index, string key, string roles, string municipalities = "")
    {
        var where = $"Burgernet:ControlRooms:0:Keys:{index}";
        return
        [
            ($"{where}:Hash", Hash(key)),
            .. roles.Split(' ').Select((role, i) => ($"{where}:Roles:{i}", role)),
            .. municipalities.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((code, i) => ($"{where}:Municipalities:{i}", code)),
        ];
    }

    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>Makes a client act as dispatcher anna with a key.</summary>
    public static void Use(HttpClient client, string key)
    {
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        client.DefaultRequestHeaders.Remove("X-Dispatcher");
        client.DefaultRequestHeaders.Add("X-Dispatcher", "anna");
    }
}
