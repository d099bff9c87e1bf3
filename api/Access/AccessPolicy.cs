using System.Security.Cryptography;
using System.Text;
using Burgernet.Actions;
using Burgernet.Api.Problems;

namespace Burgernet.Api.Access;

/// <summary>Decides who acts in a request.</summary>
internal static class AccessPolicy
{
    /// <summary>Who acts when no control room has a key: nobody can be reached, so nobody need be known.</summary>
    public static readonly Actor Practice = new("practice", "practice");

    private const string Realm = "Bearer realm=\"burgernet\"";

    public static AccessDecision Decide(AccessRequest request, IEnumerable<ControlRoomOptions> controlRooms, bool everyCarrierIsPractice)
    {
        var rooms = controlRooms.Where(room => room.ApiKeyHashes.Count > 0).ToList();
        if (rooms.Count > 0)
        {
            return ByKey(request, rooms);
        }

        // A key that nobody can know is a mistake to tell, not to serve as somebody else.
        return request.Authorization is null
            ? WithoutKey(request, everyCarrierIsPractice)
            : Challenge(AccessReasons.KeyUnknown, "invalid_token");
    }

    private static AccessDecision WithoutKey(AccessRequest request, bool everyCarrierIsPractice)
    {
        if (!request.FromLoopback)
        {
            return Deny(AccessReasons.NotLoopback, "Authorization");
        }

        if (request.Forwarded)
        {
            return Deny(AccessReasons.Forwarded, "Authorization");
        }

        if (!everyCarrierIsPractice)
        {
            return Deny(AccessReasons.NotPractice, "Authorization");
        }

        // A page elsewhere can point its own name at 127.0.0.1 (DNS rebinding); it cannot make the browser say another Host.
        if (!LoopbackNames.Contains(request.Host))
        {
            return Deny(AccessReasons.HostNotLoopback, "Host");
        }

        // A page elsewhere can make a browser on this machine send requests (CSRF); the browser then says where the page is from.
        if (request.Origin is not null && !request.Origin.Equals(request.OwnOrigin, StringComparison.OrdinalIgnoreCase))
        {
            return Deny(AccessReasons.OtherSite, "Origin");
        }

        return request.FetchSite is "cross-site" or "same-site"
            ? Deny(AccessReasons.OtherSite, "Sec-Fetch-Site")
            : new AccessDecision(Practice, Problem: null);
    }

    private static AccessDecision ByKey(AccessRequest request, List<ControlRoomOptions> rooms)
    {
        const string scheme = "Bearer ";
        if (request.Authorization is null)
        {
            return Challenge(AccessReasons.KeyMissing, error: null);
        }

        if (!request.Authorization.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) || request.Authorization.Length == scheme.Length)
        {
            return Challenge(AccessReasons.KeyMalformed, "invalid_request");
        }

        var controlRoom = Owner(request.Authorization[scheme.Length..].Trim(), rooms);
        if (controlRoom is null)
        {
            return Challenge(AccessReasons.KeyUnknown, "invalid_token");
        }

        if (string.IsNullOrEmpty(request.Dispatcher))
        {
            return Deny(AccessReasons.DispatcherMissing, "X-Dispatcher");
        }

        // "system" is who acts in the dossier where nobody did.
        var valid =
            request.Dispatcher.Length <= 64
            && request.Dispatcher.All(c => c is >= ' ' and <= '~')
            && !request.Dispatcher.Equals("system", StringComparison.OrdinalIgnoreCase);
        return valid
            ? new AccessDecision(new Actor(controlRoom, request.Dispatcher), Problem: null)
            : Deny(AccessReasons.DispatcherInvalid, "X-Dispatcher");
    }

    /// <summary>Compares with every hash, each in constant time, so that the time taken tells nothing.</summary>
    private static string? Owner(string key, List<ControlRoomOptions> rooms)
    {
        var presented = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        string? owner = null;
        foreach (var room in rooms)
        {
            foreach (var hash in room.ApiKeyHashes)
            {
                if (CryptographicOperations.FixedTimeEquals(presented, Convert.FromHexString(hash)))
                {
                    owner = room.Id;
                }
            }
        }

        return owner;
    }

    private static AccessDecision Deny(ProblemReason reason, string field) => new(Actor: null, new ApiProblem(reason, field));

    private static AccessDecision Challenge(ProblemReason reason, string? error) =>
        new(Actor: null, new ApiProblem(reason, "Authorization") { Challenge = error is null ? Realm : $"{Realm}, error=\"{error}\"" });
}
