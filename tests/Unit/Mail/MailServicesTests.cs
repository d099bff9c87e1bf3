using System.ComponentModel.DataAnnotations;
using Burgernet.Api.Practice;
using Burgernet.Grains.Mail;
using Burgernet.Grains.Signups;
using Burgernet.Silo.Hosting;
using Burgernet.Silo.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Burgernet.Tests.Unit.Mail;

/// <summary>Where mail goes by which settings.</summary>
public sealed class MailServicesTests
{
    [Fact]
    public void Practice_WithoutARelay_KeepsEverythingToItself()
    {
        using var services = Build();
        Assert.IsType<PracticeMailbox>(services.GetRequiredService<IMailPort>());
        Assert.Empty(services.GetRequiredService<IPracticeInbox>().Mail()!);
    }

    [Fact]
    public void Live_WithoutARelay_SendsNothingAndShowsNothing()
    {
        using var services = Build("Burgernet:Carrier:Practice=false");
        Assert.False(services.GetRequiredService<IMailPort>().Available);
        Assert.Null(services.GetRequiredService<IPracticeInbox>().Mail());
    }

    [Fact]
    public void Live_WithARelay_SendsMail()
    {
        using var services = Build(
            "Burgernet:Carrier:Practice=false",
            "Burgernet:Mail:Host=relay.example.org",
            "Burgernet:Signups:PublicUrl=https://burgernet.example.org"
        );
        Assert.IsType<SmtpMailPort>(services.GetRequiredService<IMailPort>());
        Assert.Null(services.GetRequiredService<IPracticeInbox>().Mail());
    }

    [Fact]
    public void Relay_ThatReachesPeopleWithLinksToTheirOwnMachine_IsRefused()
    {
        var exception = Assert.Throws<NodeSettingException>(() => Build("Burgernet:Mail:Host=relay.example.org"));
        Assert.Contains("Burgernet:Signups:PublicUrl", exception.Message, StringComparison.Ordinal);
        using var local = Build("Burgernet:Mail:Host=localhost");
        Assert.IsType<SmtpMailPort>(local.GetRequiredService<IMailPort>());
    }

    [Theory]
    [InlineData("starttls", "relay.example.org", null, null, null)]
    [InlineData("tls", "relay.example.org", "burgernet", "geheim", null)]
    [InlineData("none", "127.0.0.1", "burgernet", "geheim", null)]
    [InlineData("ssl", "relay.example.org", null, null, "Security is starttls, tls or none")]
    [InlineData("none", "relay.example.org", null, null, "on this machine")]
    [InlineData("starttls", "relay.example.org", "burgernet", null, "go together")]
    public void MailOptions_ThatCannotBe_SayWhy(string security, string host, string? user, string? password, string? reason)
    {
        var options = new MailOptions
        {
            Security = security,
            Host = host,
            User = user,
            Password = password,
            From = "noreply@burgernet.example",
        };
        AssertReason(options, reason);
    }

    [Theory]
    [InlineData("jan", "From is an e-mail address")]
    [InlineData("Jan <jan@example.org>", "From is an e-mail address")]
    [InlineData("noreply@burgernet.example", null)]
    public void MailOptions_Sender_IsAnAddress(string from, string? reason) => AssertReason(new MailOptions { From = from }, reason);

    [Theory]
    [InlineData("https://burgernet.example.org", null)]
    [InlineData("https://example.org/burgernet", null)]
    [InlineData("http://localhost:5080", null)]
    [InlineData("http://burgernet.example.org", "PublicUrl")]
    [InlineData("https://burgernet.example.org/", "PublicUrl")]
    [InlineData("https://burgernet.example.org?x=1", "PublicUrl")]
    [InlineData("burgernet", "PublicUrl")]
    public void SignupOptions_PublicUrl_IsForThePublic(string url, string? reason) =>
        AssertReason(new SignupOptions { PublicUrl = url }, reason);

    private static void AssertReason(object options, string? reason)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        if (reason is null)
        {
            Assert.Empty(results);
        }
        else
        {
            Assert.Contains(results, result => result.ErrorMessage!.Contains(reason, StringComparison.Ordinal));
        }
    }

    private static ServiceProvider Build(params string[] settings) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(Options.Create(new MailOptions()))
            .AddMail(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(
                        settings.Select(setting => setting.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]))
                    )
                    .Build()
            )
            .BuildServiceProvider();
}
