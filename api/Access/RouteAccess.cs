using Microsoft.AspNetCore.Builder;

namespace Burgernet.Api.Access;

/// <summary>Says on a route or a group who may call it. Every route must say; one that does not serves nobody.</summary>
internal static class RouteAccess
{
    /// <summary>Only with this role, or one of the others. Said twice, both must hold.</summary>
    public static TBuilder RequireRole<TBuilder>(this TBuilder routes, Role role, params Role[] others)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new RoleRequirement([role, .. others]));

    /// <summary>With any key: what it tells is no secret to anybody who works with the system.</summary>
    public static TBuilder AllowEveryKey<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new RoleRequirement([]), new LimitedRoute());

    /// <summary>Without a key, by anybody.</summary>
    public static TBuilder AllowEverybody<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new OpenRoute());

    /// <summary>A key that is limited to municipalities is served too: the handler asks <see cref="Caller.Sees"/>.</summary>
    public static TBuilder WithinMunicipalities<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new LimitedRoute());
}
