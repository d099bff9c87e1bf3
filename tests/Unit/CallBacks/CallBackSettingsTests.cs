using System.ComponentModel.DataAnnotations;
using Burgernet.Grains.CallBacks;
using Burgernet.Grains.Dialing;
using Burgernet.Silo.CallBacks;
using Burgernet.Silo.Gateways;
using Xunit;

namespace Burgernet.Tests.Unit.CallBacks;

public sealed class CallBackSettingsTests
{
    private const string Desk = "+31990000009";

    [Fact]
    public void Options_OfNothing_AreFineAndOff()
    {
        Assert.Empty(Faults(new CallBackOptions()));
        Assert.Null(Fault(new CallBackOptions(), new CarrierOptions()));
    }

    [Fact]
    public void Options_TurnedOnWithoutANumber_SayWhy() =>
        Assert.Contains("its number is needed", Assert.Single(Faults(new CallBackOptions { Enabled = true })), StringComparison.Ordinal);

    [Theory]
    [InlineData("0570123456")]
    [InlineData("+31 99 000")]
    [InlineData("desk")]
    [InlineData("+0990000009")]
    public void Options_WithANumberThatIsNone_SayWhose(string number)
    {
        var options = new CallBackOptions { Enabled = true, ControlRoomNumber = Desk };
        options.ControlRooms["zwolle"] = number;
        Assert.Contains("zwolle", Assert.Single(Faults(options)), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_WithAFileThatIsNot_SayWhich() =>
        Assert.Contains(
            "/nowhere.wav",
            Assert.Single(Faults(new CallBackOptions { GeneralMessageFile = "/nowhere.wav" })),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(null, 60, null, "127.0.0.1:5070", "no carrier has a CallBackNumber")]
    [InlineData("+31990000001", 1, null, "127.0.0.1:5070", "a caller takes two")]
    [InlineData("+31990000001", 60, 31, "127.0.0.1:5070", "at most half")]
    [InlineData("+31990000001", 60, 30, "192.0.2.7:5060", "beyond this machine")]
    [InlineData("+31990000001", 60, 30, "127.0.0.1:5070", null)]
    public void Line_AndCarriers_FitTogetherOrItIsSaidWhyNot(string? number, int channels, int? reserved, string peer, string? reason)
    {
        var carrier = new CarrierOptions
        {
            CallBackNumber = number,
            Channels = channels,
            ReservedForCallers = reserved,
        };
        var fault = Fault(new CallBackOptions { Enabled = true, ControlRoomNumber = Desk }, carrier, peer);
        Assert.True(reason is null ? fault is null : fault?.Contains(reason, StringComparison.Ordinal) == true, fault);
    }

    [Fact]
    public void Line_OfACarrierWhoseControlRoomHasNoNumber_IsRefused()
    {
        var options = new CallBackOptions { Enabled = true };
        options.ControlRooms["deventer"] = Desk;
        var carrier = new CarrierOptions { CallBackNumber = "+31990000001", ControlRooms = ["deventer", "zwolle"] };
        Assert.Contains("'zwolle'", Fault(options, carrier), StringComparison.Ordinal);
        Assert.Equal((Desk, null), (options.NumberOf("deventer"), options.NumberOf("zwolle")));
    }

    private static string? Fault(CallBackOptions options, CarrierOptions carrier, string peer = "127.0.0.1:5070") =>
        CallBackSettings.Fault(options, new ConfiguredCarriers([new ConfiguredCarrier(carrier, new TrunkOptions { Peer = peer })]));

    private static string[] Faults(CallBackOptions options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return [.. results.Select(result => result.ErrorMessage!)];
    }
}
