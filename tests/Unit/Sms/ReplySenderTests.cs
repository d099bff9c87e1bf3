using Burgernet.Grains.Dialing;
using Burgernet.Silo.Sms;
using Xunit;

namespace Burgernet.Tests.Unit.Sms;

public sealed class ReplySenderTests
{
    [Theory]
    [InlineData("4411", "4411")]
    [InlineData("31612345678", "+31612345678")]
    [InlineData("+31612345678", "+31612345678")]
    [InlineData("4412", "1440")]
    [InlineData("", "1440")]
    [InlineData("31687654321", "1440")]
    public void Reply_ComesFromTheNumberWrittenTo_WhereItIsOurs(string writtenTo, string sender)
    {
        var carrier = new CarrierOptions { Sender = "1440" };
        carrier.Senders["deventer"] = "+31612345678";
        carrier.Senders["zwolle"] = "4411";
        Assert.Equal(sender, ReplySender.Of(carrier, writtenTo));
    }
}
