using Microsoft.AspNetCore.Http;

namespace Burgernet.Api.Access;

/// <summary>Where the node may listen.</summary>
public static class ListenPolicy
{
    /// <summary>Refuses to listen beyond this machine while no control room has a key.</summary>
    /// <param name="urls">The addresses as ASP.NET Core takes them, for instance <c>http://127.0.0.1:5080</c>.</param>
    /// <param name="controlRooms">The configured control rooms.</param>
    /// <returns>Null when all is well, else a sentence for the operator.</returns>
    public static string? Check(IEnumerable<string> urls, IEnumerable<ControlRoomOptions> controlRooms)
    {
        ArgumentNullException.ThrowIfNull(urls);
        ArgumentNullException.ThrowIfNull(controlRooms);
        if (controlRooms.Any(room => room.HasKey))
        {
            return null;
        }

        foreach (var url in urls)
        {
            if (!IsLocal(url))
            {
                return $"Refusing to listen on {url}: beyond this machine (127.0.0.1, [::1], localhost) only when a control room has a key; "
                    + $"give one in {ApiOptions.ControlRoomsSection}:0:ApiKeyHashes:0.";
            }
        }

        return null;
    }

    private static bool IsLocal(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.IsUnixPipe || address.IsNamedPipe || LoopbackNames.Contains(address.Host);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
