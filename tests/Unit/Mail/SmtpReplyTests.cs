using Burgernet.Silo.Mail;
using Xunit;

namespace Burgernet.Tests.Unit.Mail;

public sealed class SmtpReplyTests
{
    [Theory]
    [InlineData(450, "4.2.1 later", true, false, false, 0)]
    [InlineData(421, "4.3.2 closing", false, false, false, 5)]
    [InlineData(550, "5.1.1 nobody", true, true, true, 0)]
    [InlineData(550, "no such user here", true, true, true, 0)]
    [InlineData(550, "5.2.1 disabled", true, true, true, 0)]
    [InlineData(552, "5.2.2 full", true, true, false, 0)]
    [InlineData(550, "5.7.1 policy", true, true, false, 0)]
    [InlineData(550, "5.1.8 we do not like your domain", false, true, false, 0)]
    [InlineData(554, "spam", false, true, false, 0)]
    public void Reply_ThatRefuses_MeansTryAgainOrNever(
        int code,
        string text,
        bool ofTheRecipient,
        bool forGood,
        bool noSuchAddress,
        int restSeconds
    )
    {
        var news = new SmtpReply(code, text, ofTheRecipient).Refusal(null!, DateTimeOffset.UnixEpoch);
        Assert.Equal(
            (code, forGood, noSuchAddress, TimeSpan.FromSeconds(restSeconds)),
            (news.Status, news.ForGood, news.NoSuchAddress, news.RetryAfter)
        );
    }
}
