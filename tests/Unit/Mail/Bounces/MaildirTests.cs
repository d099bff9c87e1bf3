using Burgernet.Silo.Mail.Bounces;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Unit.Mail.Bounces;

public sealed class MaildirTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _shown = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Look_TakesBouncesAndLeavesTheRestAsItWas()
    {
        Put("new", "1.host", "bounce");
        Put("new", "2.host", "question");
        Put("cur", "3.host:2,S", "bounce");
        var maildir = new Maildir(_folder.Path);
        await Look(maildir);

        Assert.Equal(["bounce", "bounce", "question"], _shown.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal("2.host", Path.GetFileName(Assert.Single(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories))));

        // Somebody reads it meanwhile: it is the same mail, and not shown again.
        File.Move(Path.Combine(_folder.Path, "new", "2.host"), Path.Combine(_folder.Path, "cur", "2.host:2,S"));
        Put("new", "4.host", "bounce");
        _shown.Clear();
        await Look(maildir);
        Assert.Equal("bounce", Assert.Single(_shown));
    }

    [Fact]
    public async Task Look_WhereStoringFails_ShowsItAgain()
    {
        Put("new", "1.host", "bounce");
        var maildir = new Maildir(_folder.Path);
        await Assert.ThrowsAsync<TimeoutException>(() =>
            maildir.Look(_ => throw new TimeoutException(), TestContext.Current.CancellationToken)
        );
        await Look(maildir);
        Assert.Equal("bounce", Assert.Single(_shown));
    }

    [Fact]
    public async Task Look_AtWhatIsTooLarge_LeavesIt()
    {
        Put("new", "1.host", $"bounce\n\n{new string('x', BounceReader.LargestMail)}");
        await Look(new Maildir(_folder.Path));
        Assert.Empty(_shown);
    }

    [Fact]
    public async Task Look_WhereThereIsNoFolder_ShowsNothing()
    {
        await Look(new Maildir(Path.Combine(_folder.Path, "none")));
        Assert.Empty(_shown);
    }

    private void Put(string part, string name, string subject)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, part));
        File.WriteAllText(Path.Combine(_folder.Path, part, name), $"Subject: {subject}\n\nx\n");
    }

    private Task Look(Maildir maildir) =>
        maildir.Look(
            mail =>
            {
                _shown.Add(mail.Subject!);
                return Task.FromResult(mail.Subject == "bounce");
            },
            TestContext.Current.CancellationToken
        );
}
