using Burgernet.Actions;
using Burgernet.Nodes;

namespace Burgernet.Tests.Api.Hosting;

/// <summary>One node that lives, and one that died and whose calls hold lines.</summary>
[GrainType("nodes")]
internal sealed class FakeNodesGrain : Grain, INodesGrain
{
    public const string Living = "127.0.0.1:11111@100";
    public const string Silent = "127.0.0.1:11112@100";
    public const string Dead = "127.0.0.1:11113@100";

    private static readonly DateTimeOffset Moment = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public Task<NodeView[]> List() =>
        Task.FromResult<NodeView[]>([
            Node(
                Living,
                NodeStatus.Active,
                new NodeCarrier
                {
                    Name = "practice",
                    Lines = 60,
                    CallsPerSecond = 20,
                    Calls = 12,
                }
            ),
            Node(
                Dead,
                NodeStatus.Dead,
                new NodeCarrier
                {
                    Name = "practice",
                    ChargedLines = 7,
                    ChargedUntil = Moment.AddMinutes(2),
                }
            ),
        ]);

    public Task<NodeReply> Drain(string node, bool exit, Actor actor) =>
        Task.FromResult(
            node switch
            {
                Living => new NodeReply(
                    Node(Living, exit ? NodeStatus.Leaving : NodeStatus.Draining) with
                    {
                        DrainingSince = Moment,
                        Host = actor.Dispatcher,
                    }
                ),
                Silent => new NodeReply(Node(Silent, NodeStatus.Suspected), NodeProblem.Silent),
                Dead => new NodeReply(Node(Dead, NodeStatus.Dead), NodeProblem.Gone),
                _ => new NodeReply(null, NodeProblem.Unknown),
            }
        );

    public Task<NodeReply> Undrain(string node, Actor actor) =>
        Task.FromResult(node == Living ? new NodeReply(Node(Living, NodeStatus.Active)) : new NodeReply(null, NodeProblem.Unknown));

    private static NodeView Node(string id, NodeStatus status, params NodeCarrier[] carriers) =>
        new()
        {
            Id = id,
            Status = status,
            Host = "silo-0",
            Address = id.Split('@')[0],
            StartedAt = Moment.AddHours(-1),
            SeenAt = Moment,
            Version = status == NodeStatus.Active ? "0.1.0" : null,
            Carriers = carriers,
            ClockOffset = status == NodeStatus.Active ? TimeSpan.FromMilliseconds(-1234.5678) : null,
        };
}
