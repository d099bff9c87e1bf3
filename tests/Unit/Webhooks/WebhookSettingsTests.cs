using Burgernet.Grains.Webhooks;
using Burgernet.Silo.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Xunit;

namespace Burgernet.Tests.Unit.Webhooks;

public sealed class WebhookSettingsTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    [Fact]
    public void Webhooks_OfAControlRoom_AreRead()
    {
        var list = Read(
            ("0:Id", "oost"),
            ("0:Webhooks:0:Url", "https://console.example/hook"),
            ("0:Webhooks:0:Secret", Secret),
            ("0:Webhooks:1:Url", "http://127.0.0.1:8080/"),
            ("0:Webhooks:1:Name", "local"),
            ("0:Webhooks:1:Secret", Secret),
            ("0:Webhooks:1:PreviousSecret", "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"),
            ("0:Webhooks:1:Events:0", "started"),
            ("1:Id", "west")
        );

        Assert.Empty(list.Of("west"));
        var (first, second) = (list.Of("oost")[0], list.Of("oost")[1]);
        Assert.Matches("^oost/[0-9a-f]{12}$", first.Key);
        Assert.Single(first.Secrets);
        Assert.True(first.Wants("stopped") && !first.Wants("anchored"));
        Assert.Equal(("oost/local", 2), (second.Key, second.Secrets.Count));
        Assert.True(second.Wants("started") && !second.Wants("stopped"));
        Assert.Same(second, list.Find("oost/local"));
        Assert.Null(list.Find("west/local"));
        Assert.DoesNotContain("hook", $"{first}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Url", "console.example")]
    [InlineData("Url", "http://console.example/")]
    [InlineData("Url", "ftp://console.example/")]
    [InlineData("Url", "https://user:geheim@console.example/")]
    [InlineData("Url", "https://console.example/#part")]
    [InlineData("Secret", "geheim")]
    [InlineData("PreviousSecret", "geheim")]
    [InlineData("Name", "Meldkamer Oost")]
    [InlineData("Events:0", "rang")]
    public void Webhook_ThatCannotBeRight_StopsTheStartAndSaysWhereWithoutTheSecret(string setting, string value)
    {
        var wrong = Assert.Throws<OptionsValidationException>(() =>
            Read(
                ("0:Id", "oost"),
                ("0:Webhooks:0:Url", "https://console.example/"),
                ("0:Webhooks:0:Secret", Secret),
                ($"0:Webhooks:0:{setting}", value)
            )
        );
        Assert.StartsWith("Burgernet:ControlRooms:0:Webhooks:0: ", Assert.Single(wrong.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Webhooks_OfOneName_StopTheStart() =>
        Assert.Throws<OptionsValidationException>(() =>
            Read(
                ("0:Id", "oost"),
                ("0:Webhooks:0:Url", "https://console.example/"),
                ("0:Webhooks:0:Secret", Secret),
                ("0:Webhooks:1:Url", "https://console.example/"),
                ("0:Webhooks:1:Secret", Secret)
            )
        );

    private static WebhookList Read(params (string Key, string Value)[] settings)
    {
        // Later ones win.
        var given = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (key, value) in settings)
        {
            given[$"Burgernet:ControlRooms:{key}"] = value;
        }

        return WebhookSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(given).Build());
    }
}
