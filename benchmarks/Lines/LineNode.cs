using Burgernet.TestKit;

namespace Burgernet.Benchmarks.Lines;

/// <summary>A node and a practice carrier, each a process of its own, and a control room at the node's API.</summary>
internal sealed class LineNode : NodeRoom
{
    private readonly TemporaryFolder _folder;
    private readonly NodeProcess _carrier;
    private readonly NodeProcess _node;

    private LineNode(TemporaryFolder folder, NodeProcess carrier, NodeProcess node, string record)
        : base(node.Address, record) => (_folder, _carrier, _node) = (folder, carrier, node);

    /// <summary>Processor time of the node and of the carrier so far.</summary>
    public (TimeSpan Node, TimeSpan Carrier) ProcessorTime => (_node.ProcessorTime, _carrier.ProcessorTime);

    /// <summary>Starts both.</summary>
    /// <param name="plan">What is measured.</param>
    /// <param name="settings">The node's other settings; they win.</param>
    public static async Task<LineNode> Start(LinePlan plan, params IEnumerable<string> settings)
    {
        var folder = new TemporaryFolder();
        var record = Path.Combine(folder.Path, "calls.jsonl");
        var carrier = await NodeProcess.StartPractice(
            Setting($"Burgernet:Practice:Channels={plan.Lines}"),
            Setting($"Burgernet:Practice:CallsPerSecond={plan.CallsPerSecond}"),
            Setting($"Burgernet:Practice:Pace={plan.Pace}"),
            $"Burgernet:Practice:RecordFile={record}"
        );
        var node = await NodeProcess.StartNode(
            Path.Combine(folder.Path, "data"),
            [
                $"Burgernet:Carrier:Peer={carrier.Address}",
                Setting($"Burgernet:Carrier:Channels={plan.Lines}"),
                Setting($"Burgernet:Carrier:CallsPerSecond={plan.CallsPerSecond}"),
                $"Burgernet:Carrier:RingLimit={plan.RingLimit:c}",
                "Burgernet:Carrier:LingerAfterMessage=00:00:00.5",
                Setting($"Burgernet:Demonstration:Participants={plan.Participants}"),
                .. Unbounded,
                .. settings,
            ]
        );
        return new LineNode(folder, carrier, node, record);
    }

    protected override string Output => _node.Output;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _node.DisposeAsync();
        await _carrier.DisposeAsync();
        _folder.Dispose();
    }
}
