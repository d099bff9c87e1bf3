namespace Burgernet.Api.Access;

/// <summary>What an endpoint says about who may call it. Each requirement on an endpoint must be met.</summary>
/// <param name="AnyOf">One of these roles meets it; none: any key does.</param>
internal sealed record RoleRequirement(IReadOnlyList<Role> AnyOf)
{
    /// <summary>Whether a caller meets it.</summary>
    public bool MetBy(Caller caller) => AnyOf.Count == 0 || AnyOf.Any(caller.Roles.Contains);

    /// <summary>For the log of a debugger and the names of tests.</summary>
    public override string ToString() => AnyOf.Count == 0 ? "any key" : string.Join(" or ", AnyOf.Select(RoleNames.Of));
}
