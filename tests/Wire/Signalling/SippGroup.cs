using System.Globalization;
using Burgernet.Sip;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Wire.Signalling;

/// <summary>One endpoint of ours that calls several sipps, each with a scenario of its own, under one capture: what takes one of them long costs the others nothing.</summary>
internal sealed class SippGroup : IAsyncDisposable
{
    private readonly Capture _capture;
    private readonly List<(Sipp Sipp, SipTrunk Trunk)> _peers;

    private SippGroup(SipEndpoint caller, Capture capture, IEnumerable<Sipp> peers, SipCredentials? credentials)
    {
        _capture = capture;
        Caller = caller;
        _peers =
        [
            .. peers.Select(sipp =>
                (
                    sipp,
                    caller.AddTrunk(
                        new SipTrunkOptions
                        {
                            Name = string.Create(CultureInfo.InvariantCulture, $"sipp {sipp.EndPoint.Port}"),
                            Peer = sipp.EndPoint,
                            Credentials = credentials,
                        }
                    )
                )
            ),
        ];
    }

    public SipEndpoint Caller { get; }

    public RecordingOwner Owner { get; } = new();

    /// <summary>Starts everything.</summary>
    /// <param name="scenarios">Files of <c>tests/Wire/Sipp</c>, with <c>:code</c> where they ask for one.</param>
    /// <param name="t1">Milliseconds; long, because sipp gives a call up when an INVITE is repeated after it sent more than one response, and nothing is lost here.</param>
    /// <param name="credentials">What challenges are answered with.</param>
    public static async Task<SippGroup> Start(IEnumerable<string> scenarios, int t1 = 2_000, SipCredentials? credentials = null)
    {
        var caller = SipEndpoint.Start(new SipEndpointOptions { T1 = TimeSpan.FromMilliseconds(t1) }.OnOwnPorts());
        var capture = await Capture.StartSipIfAllowed(caller.LocalEndPoint.Port);
        var group = new SippGroup(caller, capture, scenarios.Select(scenario => Sipp.Answer($"Wire/Sipp/{scenario}")), credentials);
        try
        {
            await Task.WhenAll(group._peers.Select(peer => peer.Sipp.TakesDatagrams()));
            return group;
        }
        catch
        {
            await group.DisposeAsync();
            throw;
        }
    }

    /// <summary>Calls one of them; its place in the list, from 1, is the call's tag.</summary>
    public SipCallId Call(int place, double message = 0.3, TimeSpan? ringLimit = null) =>
        Caller.PlaceCall(
            new SipCallRequest
            {
                Trunk = _peers[place - 1].Trunk,
                To = "+31970100200",
                From = "0570123456",
                Message = Tone.Message(message),
                RingLimit = ringLimit ?? TimeSpan.FromSeconds(30),
                Tag = place,
                Owner = Owner,
            }
        );

    /// <summary>Calls all of them and waits until each call has ended.</summary>
    public async Task<IReadOnlyList<SipCallNews>> CallAll(double message = 0.3)
    {
        for (var place = 1; place <= _peers.Count; place++)
        {
            Call(place, message);
        }

        var ends = new List<SipCallNews>();
        for (var place = 1; place <= _peers.Count; place++)
        {
            ends.Add(await Owner.Expect(SipCallNewsKind.Ended, tag: place));
        }

        return ends;
    }

    /// <summary>Every sipp saw what its scenario says, and tshark finds no fault.</summary>
    /// <param name="atLeast">Packets to wait for.</param>
    /// <returns>The messages, one a line; empty where nothing could be captured.</returns>
    public async Task<string> ExpectClean(int atLeast)
    {
        foreach (var (sipp, _) in _peers)
        {
            await sipp.ExpectSuccess();
        }

        var messages = await _capture.ExpectNoErrors(atLeast);
        Assert.Equal(0, Caller.ActiveCalls);
        return messages;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (sipp, _) in _peers)
        {
            await sipp.DisposeAsync();
        }

        await Caller.DisposeAsync();
        await _capture.DisposeAsync();
    }
}
