using Burgernet.Api.Problems;

namespace Burgernet.Api.Access;

/// <summary>Decides whether a caller may use an endpoint.</summary>
internal static class RolePolicy
{
    /// <summary>Why not, or null.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="requirements">What the endpoint says; an endpoint that says nothing serves nobody.</param>
    /// <param name="keepsToMunicipalities">Whether the endpoint keeps a limited key to its municipalities.</param>
    public static ApiProblem? Refusal(Caller caller, IReadOnlyList<RoleRequirement> requirements, bool keepsToMunicipalities)
    {
        if (requirements.Count == 0)
        {
            return new ApiProblem(RequestReasons.InternalError, Field: null);
        }

        foreach (var requirement in requirements)
        {
            if (!requirement.MetBy(caller))
            {
                return new ApiProblem(
                    AccessReasons.RoleMissing,
                    "Authorization",
                    string.Join(", ", requirement.AnyOf.Select(RoleNames.Of))
                );
            }
        }

        return caller.Municipalities is null || keepsToMunicipalities
            ? null
            : new ApiProblem(AccessReasons.KeyLimited, "Authorization", string.Join(", ", caller.Municipalities));
    }
}
