using Burgernet.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Silo.Gateways;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

/// <summary>SMS centres and mail relays in the configuration.</summary>
public sealed class TextCarrierSettingsTests
{
    [Fact]
    public void Read_CentresAndRelays_AreForTheirMediumInOrder()
    {
        var carriers = Read(
            "SmsCentres:0:Name=first",
            "SmsCentres:0:CallsPerSecond=500",
            "SmsCentres:0:Senders:deventer=Deventer",
            "SmsCentres:1:Name=second",
            "SmsCentres:1:Centre=first",
            "MailRelays:0:Name=relay"
        );

        Assert.Equal(
            "first Sms, second Sms, relay Email",
            string.Join(", ", carriers.Texts.Select(text => $"{text.Carrier.Name} {text.Carrier.Medium}"))
        );
        Assert.Equal("first second", Names(carriers.List.For(practice: true, "deventer", Medium.Sms)));
        Assert.Equal("practice", Names(carriers.List.For(practice: true, "deventer")));
        Assert.Equal("first first", string.Join(' ', carriers.Texts.Take(2).Select(text => text.Carrier.ReceiptsOf)));
        Assert.Equal(
            ("Deventer", "Burgernet"),
            (carriers.Texts[0].Carrier.SenderOf("deventer"), carriers.Texts[0].Carrier.SenderOf("zwolle"))
        );
        Assert.Equal(TimeSpan.FromSeconds(10), carriers.Texts[0].Carrier.LongestCall);
    }

    [Theory]
    [InlineData("practice-sms Sms, practice-mail Email")]
    [InlineData("practice-mail Email, first Sms", "SmsCentres:0:Name=first")]
    [InlineData("practice-sms Sms, relay Email", "MailRelays:0:Name=relay")]
    [InlineData("", "Carrier:Practice=false", "Carrier:Peer=192.0.2.1:5060")]
    public void Read_WhereNobodyIsReallyCalled_GivesTheMediaThatAreNotNamedPracticeCarriers(string texts, params string[] settings) =>
        Assert.Equal(texts, string.Join(", ", Read(settings).Texts.Select(text => $"{text.Carrier.Name} {text.Carrier.Medium}")));

    [Theory]
    [InlineData("the name 'practice' stands there 2 times", "SmsCentres:0:CallsPerSecond=500")]
    [InlineData("Burgernet:SmsCentres:0:Name has at most 64 characters and no |", "SmsCentres:0:Name=a|b")]
    [InlineData("Burgernet:MailRelays:0: The field CallsPerSecond", "MailRelays:0:Name=relay", "MailRelays:0:CallsPerSecond=0")]
    public void Read_WhatCannotBeRight_IsRefusedWithReason(string reason, params string[] settings) =>
        Assert.Contains(reason, Assert.Throws<OptionsValidationException>(() => Read(settings)).Message, StringComparison.Ordinal);

    private static string Names(IEnumerable<CarrierOptions> carriers) => string.Join(' ', carriers.Select(carrier => carrier.Name));

    private static ConfiguredCarriers Read(params string[] settings) =>
        CarrierSettings.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    settings
                        .Select(setting => setting.Split('='))
                        .Select(pair => KeyValuePair.Create("Burgernet:" + pair[0], (string?)pair[1]))
                )
                .Build()
        );
}
