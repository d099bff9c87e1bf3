using System.Net;
using Burgernet.Grains.Dialing;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

/// <summary>Two activations of one dialer on its own silo: the first stays, whatever else dies.</summary>
public sealed class DialerDirectoryTests
{
    private static readonly SiloAddress Silo = SiloAddress.New(IPAddress.Loopback, 15_111, 7);
    private static readonly GrainId Dialer = GrainId.Create("dialer", $"practice|{Silo.ToParsableString()}");

    private readonly DialerDirectory _directory = new();

    [Fact]
    public async Task Register_ASecondActivation_IsToldOfTheFirst()
    {
        var first = Activation();
        Assert.Equal(first, await _directory.Register(first));
        Assert.Equal(first, await _directory.Register(Activation()));
        Assert.Equal(first, await _directory.Lookup(Dialer));
    }

    [Fact]
    public async Task Unregister_ByTheOneThatCameSecond_LeavesTheFirst()
    {
        var first = Activation();
        await _directory.Register(first);
        await _directory.Unregister(Activation());
        Assert.Equal(first, await _directory.Lookup(Dialer));
    }

    [Fact]
    public async Task Unregister_ByTheFirst_MakesRoomForTheNext()
    {
        var first = Activation();
        await _directory.Register(first);
        await _directory.Unregister(first);
        Assert.Null(await _directory.Lookup(Dialer));
        var next = Activation();
        Assert.Equal(next, await _directory.Register(next));
    }

    /// <summary>Orleans' own directory would put a grain away with the silo that kept its entry.</summary>
    [Fact]
    public async Task UnregisterSilos_WhoeverDied_LeavesTheDialer()
    {
        var first = Activation();
        await _directory.Register(first);
        await _directory.UnregisterSilos([SiloAddress.New(IPAddress.Loopback, 15_112, 7), Silo]);
        Assert.Equal(first, await _directory.Lookup(Dialer));
    }

    private static GrainAddress Activation() =>
        new()
        {
            GrainId = Dialer,
            ActivationId = ActivationId.NewId(),
            SiloAddress = Silo,
        };
}
