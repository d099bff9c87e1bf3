using System.Globalization;
using Burgernet.TestKit;

namespace Burgernet.Benchmarks.Sms;

/// <summary>The centre of a run: npm's, or our practice centre, a process of its own either way.</summary>
internal sealed class EngineCentre : IAsyncDisposable
{
    private readonly NodeCentre? _node;
    private readonly NodeProcess? _practice;

    private EngineCentre(NodeCentre? node, NodeProcess? practice, int port) => (_node, _practice, Port) = (node, practice, port);

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>Processor time that it used so far.</summary>
    public TimeSpan ProcessorTime => _node?.ProcessorTime ?? _practice!.ProcessorTime;

    /// <summary>Starts one.</summary>
    public static async Task<EngineCentre> Start(EnginePlan plan, string record)
    {
        if (!plan.Practice)
        {
            var node = new NodeCentre(record, plan.ReceiptAfter, TimeSpan.Zero);
            await node.Start();
            return new EngineCentre(node, null, node.Port);
        }

        var port = FreeUdpPort.TakeWithTcp();
        var practice = await NodeProcess.StartPractice(
            Setting($"Burgernet:Practice:Sms:Listen=127.0.0.1:{port}"),
            Setting($"Burgernet:Practice:Sms:SegmentsPerSecond={EnginePlan.Rate}"),
            Setting($"Burgernet:Practice:Sms:MostWaiting={plan.People + plan.WarmUp}"),
            "Burgernet:Practice:Sms:Mix:Delivered=1",
            "Burgernet:Practice:Sms:InboxSize=0",
            "Burgernet:Practice:Sms:Pace=0.01",
            $"Burgernet:Practice:Sms:RecordFile={record}"
        );
        return new EngineCentre(null, practice, port);
    }

    /// <summary>What it saw.</summary>
    public IReadOnlyList<CentreSubmit> Record(string record) =>
        _practice is null ? CentreRecord.Read(record) : CentreRecord.ReadPractice(record);

    public async ValueTask DisposeAsync()
    {
        _node?.Dispose();
        await (_practice?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private static string Setting(FormattableString setting) => setting.ToString(CultureInfo.InvariantCulture);
}
