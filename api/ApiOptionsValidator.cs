using System.Text.RegularExpressions;
using Burgernet.Api.Access;
using Microsoft.Extensions.Options;

namespace Burgernet.Api;

/// <summary>Says what is wrong with the options, all of it at once.</summary>
internal sealed partial class ApiOptionsValidator : IValidateOptions<ApiOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ApiOptions options)
    {
        var failures = new List<string>();
        Require(options.MaxAreaSquareKilometres is > 0 and <= 510_000_000, $"{ApiOptions.Section}:MaxAreaSquareKilometres must be above 0");
        Require(
            options.MaxRadiusMetres is > 0 and <= 20_000_000,
            $"{ApiOptions.Section}:MaxRadiusMetres must be above 0 and at most 20,000,000"
        );
        Require(options.MaxAreaPoints >= 4, $"{ApiOptions.Section}:MaxAreaPoints must be at least 4, the points of a triangle");
        Require(options.MaxMessage > TimeSpan.Zero, $"{ApiOptions.Section}:MaxMessage must be above 0");
        Require(
            options.MaxBodyBytes is >= 65_536 and <= 1_000_000_000,
            $"{ApiOptions.Section}:MaxBodyBytes must be 65,536 to 1,000,000,000"
        );
        Require(options.MaxImportBytes >= 1, $"{ApiOptions.Section}:MaxImportBytes must be above 0");
        Require(options.ActsPerMinute >= 1, $"{ApiOptions.Section}:ActsPerMinute must be at least 1");
        Require(options.SignupsPerMinute >= 1, $"{ApiOptions.Section}:SignupsPerMinute must be at least 1");
        Require(options.SignupsPerMinuteAndAddress >= 1, $"{ApiOptions.Section}:SignupsPerMinuteAndAddress must be at least 1");
        Require(options.LiveViewsPerKey >= 1, $"{ApiOptions.Section}:LiveViewsPerKey must be at least 1");
        Require(options.LiveViews >= 1, $"{ApiOptions.Section}:LiveViews must be at least 1");
        Require(Between(options.LivePoll, 0.05, 60), $"{ApiOptions.Section}:LivePoll must be 0.05 s to a minute");
        Require(Between(options.LiveHeartbeat, 0.05, 600), $"{ApiOptions.Section}:LiveHeartbeat must be 0.05 s to ten minutes");
        Require(Between(options.LiveRetry, 0.05, 600), $"{ApiOptions.Section}:LiveRetry must be 0.05 s to ten minutes");
        for (var i = 0; i < options.ControlRooms.Count; i++)
        {
            var room = options.ControlRooms[i];
            var where = $"{ApiOptions.ControlRoomsSection}:{i}";
            Require(RoomId().IsMatch(room.Id), $"{where}:Id must be 1 to 64 of a-z, 0-9 and '-'");
            Require(
                !room.Id.Equals(AccessPolicy.Practice.Actor.ControlRoom, StringComparison.Ordinal),
                $"{where}:Id '{room.Id}' is reserved for requests without a key"
            );
            Require(
                options.ControlRooms.Take(i).All(other => !other.Id.Equals(room.Id, StringComparison.Ordinal)),
                $"{where}:Id '{room.Id}' is there twice"
            );
            foreach (var hash in room.ApiKeyHashes)
            {
                RequireHash(hash, $"{where}:ApiKeyHashes", i);
            }

            for (var k = 0; k < room.Keys.Count; k++)
            {
                RequireKey(room.Keys[k], $"{where}:Keys:{k}", i);
                Require(
                    !room
                        .ApiKeyHashes.Concat(room.Keys.Take(k).Select(key => key.Hash))
                        .Contains(room.Keys[k].Hash, StringComparer.OrdinalIgnoreCase),
                    $"{where}:Keys:{k}:Hash is there twice"
                );
            }
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void RequireHash(string hash, string where, int room)
        {
            // The value is not repeated: somebody may have put the key itself here.
            Require(KeyHash().IsMatch(hash), $"{where} must hold SHA-256 hashes, each 64 hexadecimal digits");
            Require(
                options
                    .ControlRooms.Take(room)
                    .All(other =>
                        !other.ApiKeyHashes.Concat(other.Keys.Select(key => key.Hash)).Contains(hash, StringComparer.OrdinalIgnoreCase)
                    ),
                $"{where} holds the key of another control room"
            );
        }

        void RequireKey(ApiKeyOptions key, string where, int room)
        {
            RequireHash(key.Hash, $"{where}:Hash", room);
            Require(
                key.Roles.Count > 0 && key.Roles.All(name => RoleNames.TryParse(name, out _)),
                $"{where}:Roles must name one or more of {RoleNames.All}"
            );
            Require(
                !key.Roles.Contains(RoleNames.Of(Role.NewsletterEditor), StringComparer.Ordinal)
                    || key.Roles.Contains(RoleNames.Of(Role.RelationshipManager), StringComparer.Ordinal),
                $"{where}:Roles has newsletter-editor, which only a relationship-manager may have"
            );
            Require(
                key.Municipalities.All(code => MunicipalityCode().IsMatch(code)),
                $"{where}:Municipalities must hold codes as the borders have them, GM0150 for instance"
            );
            Require(
                key.Municipalities.Count == 0
                    || !key.Roles.Any(name =>
                        name == RoleNames.Of(Role.Dispatcher) || name == RoleNames.Of(Role.Analyst) || name == RoleNames.Of(Role.Operator)
                    ),
                $"{where}:Municipalities cannot limit a dispatcher or an analyst, whose actions are a control room's, or an operator"
            );
        }

        void Require(bool holds, string otherwise)
        {
            if (!holds)
            {
                failures.Add(otherwise);
            }
        }
    }

    private static bool Between(TimeSpan time, double least, double most) => time.TotalSeconds >= least && time.TotalSeconds <= most;

    [GeneratedRegex(@"\A[a-z0-9-]{1,64}\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RoomId();

    [GeneratedRegex(@"\A[0-9a-fA-F]{64}\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyHash();

    [GeneratedRegex(
        @"\A[A-Za-z0-9-]{1,32}\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex MunicipalityCode();
}
