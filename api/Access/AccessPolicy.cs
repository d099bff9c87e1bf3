using System.Security.Cryptography;
using System.Text;
using Burgernet.Actions;
using Burgernet.Api.Problems;

namespace Burgernet.Api.Access;

/// <summary>Decides who acts in a request.</summary>
internal static class AccessPolicy
{
    /// <summary>Who acts when no control room has a key: nobody can be reached, so nobody need be known.</summary>
    public static readonly Caller Practice = new(new Actor("practice", "practice"), Enum.GetValues<Role>(), Municipalities: null);

    /// <summary>What a key may do that stands without roles.</summary>
    private static readonly Role[] PlainKey = [Role.Dispatcher];

    private const string Realm = "Bearer realm=\"burgernet\"";

    public static AccessDecision Decide(AccessRequest request, IEnumerable<ControlRoomOptions> controlRooms, bool everyCarrierIsPractice)
    {
        var rooms = controlRooms.Where(room => room.HasKey).ToList();
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

        if (Find(request.Authorization[scheme.Length..].Trim(), rooms) is not { } key)
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
            ? new AccessDecision(
                new Caller(new Actor(key.ControlRoom, request.Dispatcher), key.Roles, key.Municipalities) { KeyId = key.Hash },
                Problem: null
            )
            : Deny(AccessReasons.DispatcherInvalid, "X-Dispatcher");
    }

    /// <summary>Compares with every hash, each in constant time, so that the time taken tells nothing.</summary>
    private static KnownKey? Find(string presented, List<ControlRoomOptions> rooms)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(presented));
        KnownKey? found = null;
        foreach (var key in rooms.SelectMany(KeysOf))
        {
            if (CryptographicOperations.FixedTimeEquals(hash, Convert.FromHexString(key.Hash)))
            {
                found = key;
            }
        }

        return found;
    }

    private static IEnumerable<KnownKey> KeysOf(ControlRoomOptions room) =>
        room
            .ApiKeyHashes.Select(hash => new KnownKey(room.Id, hash, PlainKey, Municipalities: null))
            .Concat(
                room.Keys.Select(key => new KnownKey(
                    room.Id,
                    key.Hash,
                    [.. key.Roles.SelectMany(name => RoleNames.TryParse(name, out var role) ? (Role[])[role] : [])],
                    key.Municipalities.Count == 0 ? null : [.. key.Municipalities]
                ))
            );

    private static AccessDecision Deny(ProblemReason reason, string field) => new(Caller: null, new ApiProblem(reason, field));

    private static AccessDecision Challenge(ProblemReason reason, string? error) =>
        new(Caller: null, new ApiProblem(reason, "Authorization") { Challenge = error is null ? Realm : $"{Realm}, error=\"{error}\"" });

    private sealed record KnownKey(
        string ControlRoom,
        string Hash,
        IReadOnlyCollection<Role> Roles,
        IReadOnlyCollection<string>? Municipalities
    );
}
