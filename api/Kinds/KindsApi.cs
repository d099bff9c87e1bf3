using Burgernet.Api.Access;
using Burgernet.Api.Problems;
using Burgernet.Kinds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burgernet.Api.Kinds;

/// <summary>The kinds of action and what holds for each here.</summary>
internal sealed class KindsApi(IGrainFactory grains)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGroup("/kinds")
            .WithTags("Kinds")
            .MapGet("/", (KindsApi api) => api.List())
            .WithName("ListKinds")
            .RequireRole(Role.Dispatcher, Role.Analyst)
            .WithSummary("The kinds of action: urgency, quiet hours, largest area, confirmation, tariff, opening and closing sentences.")
            .Refuses(401, 403, 500, 503);

    private async Task<Ok<KindListJson>> List() =>
        TypedResults.Ok(new KindListJson { Kinds = [.. (await grains.GetGrain<IKindsGrain>(0).List()).Select(KindJson.Of)] });
}
