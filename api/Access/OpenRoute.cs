namespace Burgernet.Api.Access;

/// <summary>Marks an endpoint that anybody may call, without a key, on purpose.</summary>
internal sealed record OpenRoute;
