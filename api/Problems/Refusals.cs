using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Burgernet.Api.Problems;

/// <summary>Tells the OpenAPI document how an endpoint may refuse, beside what any may (see <see cref="ApiProblem"/>).</summary>
internal static class Refusals
{
    /// <summary>Adds the statuses.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params int[] statuses)
    {
        foreach (var status in statuses)
        {
            route.Produces<ProblemJson>(status, ApiProblem.MediaType);
        }

        return route;
    }
}
