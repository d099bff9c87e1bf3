using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

public sealed class RestPolicyTests
{
    [Theory]
    [InlineData(CallEnd.Rejected, 503, 0, 1)]
    [InlineData(CallEnd.Rejected, 503, 7, 7)]
    [InlineData(CallEnd.Rejected, 503, 86_400, 30)]
    [InlineData(CallEnd.NotAdmitted, 0, 0, 0.5)]
    [InlineData(CallEnd.NotAdmitted, 0, 4, 4)]
    [InlineData(CallEnd.NotAdmitted, 0, int.MaxValue, 30)]
    [InlineData(CallEnd.ConnectionFailed, 0, 0, 2)]
    [InlineData(CallEnd.Rejected, 486, 9, 0)]
    [InlineData(CallEnd.Withheld, 0, 0, 0)]
    [InlineData(CallEnd.NoCapacity, 0, 0, 0)]
    [InlineData(CallEnd.HungUpByUs, 200, 0, 0)]
    [InlineData(CallEnd.None, 180, 0, 0)]
    public void After_News_IsTheRestItAsksFor(CallEnd end, int status, int retryAfter, double seconds)
    {
        var news = new VoiceCallNews(null!, VoiceCallNewsKind.Ended, default, end, status, RetryAfterSeconds: retryAfter);

        Assert.Equal(TimeSpan.FromSeconds(seconds), RestPolicy.After(news));
    }
}
