using System.Text;
using Burgernet.Grains.Webhooks;
using Xunit;

namespace Burgernet.Tests.Unit.Webhooks;

public sealed class WebhookSignatureTests
{
    /// <summary>The vector that the libraries of Standard Webhooks are tested with; openssl 3.0.19 (<c>dgst -sha256 -mac HMAC</c>) says the same.</summary>
    [Fact]
    public void Signature_OfThePublishedVector_IsThePublishedOne()
    {
        var secret = WebhookSecret.Read("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")!;
        var signature = WebhookSignature.Of(
            [secret],
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            1614265330,
            Encoding.UTF8.GetBytes("""{"test": 2432232314}""")
        );
        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signature);
    }

    [Fact]
    public void Signature_WithTwoSecrets_IsBothNewestFirst()
    {
        byte[] newest = [1];
        byte[] oldest = [2];
        var both = WebhookSignature.Of([newest, oldest], "id", 1, [7]);
        Assert.Equal($"{WebhookSignature.Of([newest], "id", 1, [7])} {WebhookSignature.Of([oldest], "id", 1, [7])}", both);
    }

    [Theory]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", 24)]
    [InlineData("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==", 64)]
    public void Secret_AsItIsWritten_IsRead(string text, int bytes) => Assert.Equal(bytes, WebhookSecret.Read(text)!.Length);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("whsec_")]
    [InlineData("whsec_geheim!")]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa==")]
    [InlineData("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void Secret_ThatIsNone_IsNotRead(string? text) => Assert.Null(WebhookSecret.Read(text));
}
