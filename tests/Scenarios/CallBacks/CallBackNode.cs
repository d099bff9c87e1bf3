using Burgernet.Grains.CallBacks;
using Burgernet.Grains.Dialing;
using Burgernet.Tests.Scenarios.Nodes;
using Burgernet.Tests.Scenarios.Phones;
using Xunit;

namespace Burgernet.Tests.Scenarios.CallBacks;

/// <summary>A node whose carrier has a call-back number; shared by the scenarios of the call-back line.</summary>
public sealed class CallBackNode : IAsyncLifetime
{
    private TestNode? _node;

    internal TestNode Node => _node!;

    /// <summary>The carrier, which keeps some of its 40 channels for callers.</summary>
    internal static CarrierOptions Carrier { get; } = New();

    /// <summary>The control room that the callers of this line are put through to.</summary>
    internal ControlRoomPhone ControlRoom { get; } = new();

    public async ValueTask InitializeAsync() => _node = await TestNode.Start(Carrier);

    public ValueTask DisposeAsync() => _node?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Somebody calls the number that called them.</summary>
    internal static ScriptedCaller Calls(TestNode node, string? number, ControlRoomPhone controlRoom, bool hasGeneralMessage = false)
    {
        var caller = new ScriptedCaller(number, controlRoom, hasGeneralMessage);
        caller.Served = node.Get<CallBackDesk>().Take(caller, Carrier);
        return caller;
    }

    private static CarrierOptions New()
    {
        var carrier = TestNode.Limits(TestNode.Carrier, channels: 40);
        carrier.CallBackNumber = "+31990000001";
        return carrier;
    }
}
