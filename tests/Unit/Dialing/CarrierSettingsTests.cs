using Burgernet.Silo.Gateways;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

public sealed class CarrierSettingsTests
{
    [Fact]
    public void Read_Nothing_IsThePracticeCarrierOfThisProcess()
    {
        var only = Assert.Single(Read().All);
        Assert.Equal(("practice", true, 60), (only.Carrier.Name, only.Carrier.Practice, only.Carrier.Channels));
        Assert.Null(only.Trunk.Peer);
    }

    [Fact]
    public void Read_OneCarrier_IsAsItAlwaysWas()
    {
        var only = Assert.Single(
            Read("Carrier:Name=kpn", "Carrier:Practice=false", "Carrier:Peer=192.0.2.1:5060", "Carrier:Channels=90").All
        );
        Assert.Equal(
            ("kpn", false, 90, "192.0.2.1:5060"),
            (only.Carrier.Name, only.Carrier.Practice, only.Carrier.Channels, only.Trunk.Peer)
        );
    }

    [Fact]
    public void Read_List_IsInItsOrderWithTheLimitsOfEach()
    {
        var carriers = Read(
            "Carriers:0:Name=cheap",
            "Carriers:0:Practice=false",
            "Carriers:0:Peer=192.0.2.1:5060",
            "Carriers:0:ControlRooms:0=deventer",
            "Carriers:1:Name=dear",
            "Carriers:1:Practice=false",
            "Carriers:1:Peer=192.0.2.2:5060",
            "Carriers:1:CallsPerSecond=9",
            "Carriers:2:Name=training"
        );

        Assert.Equal("cheap dear training", string.Join(' ', carriers.All.Select(carrier => carrier.Carrier.Name)));
        Assert.Equal(9, carriers.All[1].Carrier.CallsPerSecond);
        Assert.Equal("cheap dear", string.Join(' ', carriers.List.For(practice: false, "deventer").Select(carrier => carrier.Name)));
        Assert.Equal("dear", Assert.Single(carriers.List.For(practice: false, "zwolle")).Name);
        Assert.Equal("cheap", carriers.FirstBeyond?.Carrier.Name);
        Assert.False(carriers.AllOnLoopback);
    }

    [Theory]
    [InlineData("are both given", "Carrier:Channels=5", "Carriers:0:Name=a")]
    [InlineData("stands there 2 times", "Carriers:0:Name=a", "Carriers:1:Name=a", "Carriers:1:Peer=127.0.0.1:5070")]
    [InlineData("only one carrier can be the practice carrier", "Carriers:0:Name=a", "Carriers:1:Name=b")]
    [InlineData(
        "Burgernet:Carriers:1: A live carrier needs its address",
        "Carriers:0:Name=a",
        "Carriers:1:Name=b",
        "Carriers:1:Practice=false"
    )]
    [InlineData(
        "Burgernet:Carriers:0: A carrier beyond this machine is never practice",
        "Carriers:0:Name=a",
        "Carriers:0:Peer=192.0.2.1:5060"
    )]
    [InlineData("Channels", "Carrier:Channels=0")]
    [InlineData("no |", "Carrier:Name=a|b")]
    [InlineData("A prefix is a plus sign", "Carrier:Prefixes:0:Prefix=0570")]
    [InlineData("Prefixes has +31570 2 times", "Carrier:Prefixes:0:Prefix=+31570", "Carrier:Prefixes:1:Prefix=+31570")]
    public void Read_WhatCannotBeRight_IsRefusedWithTheReason(string reason, params string[] settings)
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Read(settings));
        Assert.Contains(reason, string.Join(' ', refused.Failures), StringComparison.Ordinal);
    }

    private static ConfiguredCarriers Read(params string[] settings) =>
        CarrierSettings.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    settings
                        .Select(setting => setting.Split('=', 2))
                        .Select(parts => new KeyValuePair<string, string?>($"Burgernet:{parts[0]}", parts[1]))
                )
                .Build()
        );
}
