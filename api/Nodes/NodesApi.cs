using Burgernet.Api.Access;
using Burgernet.Api.Problems;
using Burgernet.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burgernet.Api.Nodes;

/// <summary>The nodes of the installation, for whoever runs it: they are nobody's control room's.</summary>
internal sealed class NodesApi(IGrainFactory grains, ILocalNode local)
{
    /// <summary>In the place of an id: the node that answers.</summary>
    private const string Local = "local";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var nodes = routes.MapGroup("/nodes").WithTags("Nodes").RequireRole(Role.Operator);
        nodes
            .MapGet("", (NodesApi api) => api.List())
            .WithName("ListNodes")
            .WithSummary(
                "Every node: what it is doing, its version, its lines and calls of each carrier, and what calls of dead ones may still hold."
            );
        nodes
            .MapPost("/{id}/drain", (string id, bool? exit, HttpContext http, NodesApi api) => api.Drain(id, exit, http))
            .WithName("DrainNode")
            .WithSummary(
                "Takes a node out of work: no new call, what rings is called by others, answered calls finish. With exit=true it stops then. 'local' is the node that answers."
            )
            .Refuses(404, 409);
        nodes
            .MapPost("/{id}/undrain", (string id, HttpContext http, NodesApi api) => api.Undrain(id, http))
            .WithName("UndrainNode")
            .WithSummary("Puts a node that drains, or is drained, to work again.")
            .Refuses(404, 409);
    }

    private INodesGrain Nodes => grains.GetGrain<INodesGrain>(0);

    private async Task<Ok<NodeListJson>> List() =>
        TypedResults.Ok(new NodeListJson { Nodes = [.. (await Nodes.List()).Select(node => NodeJson.Of(node, local.Id))] });

    private Task<Results<Accepted<NodeJson>, ApiProblem>> Drain(string id, bool? exit, HttpContext http) =>
        Answer(id, node => Nodes.Drain(node, exit ?? false, AccessFilter.ActorOf(http)));

    private Task<Results<Accepted<NodeJson>, ApiProblem>> Undrain(string id, HttpContext http) =>
        Answer(id, node => Nodes.Undrain(node, AccessFilter.ActorOf(http)));

    private async Task<Results<Accepted<NodeJson>, ApiProblem>> Answer(string id, Func<string, Task<NodeReply>> ask)
    {
        if ((id == Local ? local.Id : id) is not { } node)
        {
            return new ApiProblem(NodeReasons.UnknownNode, "id");
        }

        var reply = await ask(node);
        return reply.Problem switch
        {
            NodeProblem.None => TypedResults.Accepted("/v1/nodes", NodeJson.Of(reply.Node!, local.Id)),
            NodeProblem.Unknown => new ApiProblem(NodeReasons.UnknownNode, "id"),
            NodeProblem.Gone => new ApiProblem(NodeReasons.NodeGone, "id"),
            _ => new ApiProblem(NodeReasons.NodeSilent, "id") { RetryAfterSeconds = 5 },
        };
    }
}
