using Burgernet.Api.Access;
using Burgernet.Api.Problems;
using Burgernet.Participants;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Burgernet.Api.Participants;

/// <summary>On addresses with a participant's id: whom a limited key may not see is not there for it.</summary>
internal sealed class MunicipalityFilter(IGrainFactory grains) : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var caller = AccessFilter.CallerOf(http);
        if (caller.Municipalities is null || !Guid.TryParse(http.GetRouteValue("id") as string, out var id))
        {
            return await next(context);
        }

        var participant = await grains.GetGrain<IParticipantGrain>(id).Get();
        return participant is not null && caller.Sees(participant.Places.Select(place => place.Borders.Municipality))
            ? await next(context)
            : new ApiProblem(ParticipantReasons.UnknownParticipant, "id");
    }
}
