namespace Burgernet.Api.Access;

/// <summary>Marks an endpoint that keeps a limited key to its municipalities (<see cref="Caller.Sees"/>); every other endpoint refuses such a key.</summary>
internal sealed record LimitedRoute;
