using Burgernet.Grains.Dialing;
using Burgernet.Silo.Gateways;
using Burgernet.Silo.Hosting;
using Burgernet.Silo.Sms;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Session;
using Burgernet.Smpp.Text;
using Burgernet.TestKit;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Burgernet.Tests.Unit.Sms;

public sealed class SmscOptionsTests
{
    [Fact]
    public void Options_OfALiveCentre_AreReadWithTheirLimits()
    {
        var options = Read(
            "Practice=false",
            "Peer=smsc.example.org:3550",
            "Transport=tls",
            "Password=geheim",
            "Binds=4",
            "Window=50",
            "LongTexts=Payload",
            "SourceTon=5",
            "ReceiptTimeZone=Europe/Amsterdam"
        );

        var client = SmscTransport.ToClient(
            options,
            new CarrierOptions { Name = "kpn", CallsPerSecond = 100 },
            SmscTransport.PeerOf(options),
            2,
            BindMode.Transceiver
        );

        Assert.Equal(("kpn-2", 50, 25d, "smsc.example.org"), (client.Name, client.Window, client.MaxPerSecond, client.Tls?.HostName));
        Assert.Null(client.Examine());
        Assert.DoesNotContain("geheim", $"{client.Credentials}", StringComparison.Ordinal);
        Assert.False(options.IsLoopback);
    }

    [Theory]
    [InlineData("is not an address or a name with a port", "Peer=smsc.example.org")]
    [InlineData("needs its address (Peer)", "Practice=false", "Password=x")]
    [InlineData("is never practice", "Peer=192.0.2.1:2775", "Transport=tls")]
    [InlineData("needs a Password or a PasswordFile", "Practice=false", "Peer=127.0.0.1:2775")]
    [InlineData("would go in the clear", "Practice=false", "Peer=192.0.2.1:2775", "Password=x")]
    [InlineData("at most 8 characters", "Password=123456789")]
    [InlineData("are both given", "Password=x", "PasswordFile=y")]
    [InlineData("'/nowhere' cannot be used", "PasswordFile=/nowhere")]
    [InlineData("not a transport", "Transport=sctp")]
    [InlineData("Certificates are for Transport=tls", "Peer=127.0.0.1:2775", "CertificateFile=a.pem")]
    [InlineData("speaks TCP", "Transport=tls")]
    [InlineData("Bind is transceiver or pair", "Bind=both")]
    [InlineData("is not a time zone", "ReceiptTimeZone=Moon/Base")]
    [InlineData("LongestBackOff", "FirstBackOff=00:01:00")]
    [InlineData("Window", "Window=0")]
    public void Options_ThatCannotBeRight_AreRefusedWithReason(string reason, params string[] settings) =>
        Assert.Contains(reason, Assert.Throws<NodeSettingException>(() => Read(settings)).Message, StringComparison.Ordinal);

    [Fact]
    public void PasswordFile_IsReadWhereOnlyItsOwnerMay()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "password");
        File.WriteAllText(file, "geheim\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead);
        Assert.Equal("geheim", Read($"PasswordFile={file}").ReadPassword());

        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);

        Assert.Contains(
            "may be read by others",
            Assert.Throws<NodeSettingException>(() => Read($"PasswordFile={file}")).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Burgernet", TypeOfNumber.Alphanumeric, NumberingPlan.Unknown, "Burgernet")]
    [InlineData("+31881234567", TypeOfNumber.International, NumberingPlan.Isdn, "31881234567")]
    [InlineData("1440", TypeOfNumber.Unknown, NumberingPlan.Unknown, "1440")]
    public void Sender_HasTheTypeOfWhatItIs(string sender, TypeOfNumber type, NumberingPlan plan, string digits) =>
        Assert.Equal(new SmppAddress(type, plan, digits), SmsAddresses.Sender(sender, new SmscOptions()));

    [Fact]
    public void Outcome_OfSeveralSms_IsThatOfTheWorst_AndNeverAskedAgainOncePartIsThere()
    {
        var taken = new SubmitResult(SubmitOutcome.Accepted, CommandStatus.Ok, new MessageId("a"), SubmitBarrier.None);
        var refused = new SubmitResult(SubmitOutcome.Refused, CommandStatus.Throttled, default, SubmitBarrier.None);
        var unknown = new SubmitResult(SubmitOutcome.Unknown, CommandStatus.Ok, default, SubmitBarrier.None);
        var withheld = new SubmitResult(SubmitOutcome.NotSent, CommandStatus.Ok, default, SubmitBarrier.Withheld);
        var away = new SubmitResult(SubmitOutcome.NotSent, CommandStatus.Ok, default, SubmitBarrier.NotBound);

        Assert.Equal((MessageNewsKind.Accepted, 2), Of(taken, taken));
        Assert.Equal((MessageNewsKind.Unknown, 1), Of(taken, refused));
        Assert.Equal((MessageNewsKind.Unknown, 1), Of(taken, away));
        Assert.Equal((MessageNewsKind.Unknown, 0), Of(unknown, refused));
        Assert.Equal((MessageNewsKind.Refused, 0), Of(refused, away));
        Assert.Equal((MessageNewsKind.Withheld, 0), Of(withheld, withheld));
        Assert.Equal((MessageNewsKind.NotSent, 0), Of(away, away));

        static (MessageNewsKind, int) Of(params SubmitResult[] results) =>
            SmsOutcome.Of(results, ReceiptIdFormat.Same) is var outcome ? (outcome.Kind, outcome.Ids.Count) : default;
    }

    [Theory]
    [InlineData(MessageState.Delivered, ReceiptState.Delivered)]
    [InlineData(MessageState.Expired, ReceiptState.Expired)]
    [InlineData(MessageState.Deleted, ReceiptState.Undeliverable)]
    [InlineData(MessageState.Undeliverable, ReceiptState.Undeliverable)]
    [InlineData(MessageState.Rejected, ReceiptState.Rejected)]
    [InlineData(MessageState.Accepted, ReceiptState.Unclear)]
    [InlineData(MessageState.Unknown, ReceiptState.Unclear)]
    [InlineData(MessageState.Enroute, ReceiptState.None)]
    [InlineData(MessageState.None, ReceiptState.None)]
    public void Receipt_OfEachState_MeansWhatItSays(MessageState said, ReceiptState meant) =>
        Assert.Equal(meant, ReceiptReading.StateOf(said));

    [Fact]
    public void Receipt_Dates_AreOfTheCentresZone_AndIgnoredWhereTheyCannotBe()
    {
        var reading = new ReceiptReading("kpn", ReceiptIdFormat.Same, TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"));
        var now = new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
        var receipt = DeliveryReceipt.Read("id:a submit date:2611261255 done date:2611261300 stat:DELIVRD err:000 text:");

        var read = reading.Read(receipt, SmppAddress.International("31990005678"), now);

        Assert.Equal((now, now.AddMinutes(-5), "+31990005678"), (read.At, read.SubmittedAt, read.Destination.Value));
        Assert.Equal(now.AddHours(-1), reading.Read(receipt, default(SmppAddress) with { Digits = "" }, now.AddHours(-1)).At);
    }

    private static SmscOptions Read(params string[] settings)
    {
        var section = new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings.Select(one => one.Split('=')).Select(pair => KeyValuePair.Create($"Centre:{pair[0]}", (string?)pair[1]))
            )
            .Build()
            .GetSection("Centre");
        return SmscSettings.Read(new ConfiguredTextCarrier(new CarrierOptions(), section));
    }
}
