using Burgernet.Grains.Mail;
using Burgernet.Signups;
using Burgernet.Silo.Mail;
using Burgernet.Tests.Scenarios.Mail;
using Burgernet.Tests.Scenarios.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Burgernet.Tests.Scenarios.Signups;

/// <summary>A letter is not lost when the relay is away or the node dies, and is sent again only where nobody knows whether it was.</summary>
public sealed class OutboxScenarios(SignupNode node) : IClassFixture<SignupNode>
{
    [Fact]
    public async Task Relay_AwayAndBack_GetsTheLetterOnceAndIsAskedEverLessOften()
    {
        var (number, id) = await SignUp();
        node.Mail.Reachable = false;
        var first = await node.Sweep();
        var second = await node.Sweep();
        Assert.True(second > first, "The outbox does not wait longer while nobody carries mail on");
        Assert.Equal(0, await Attempts(id));

        node.Mail.Reachable = true;
        Assert.Single(await node.Deliver($"p{number}@example.org"));
        Assert.Empty(await node.Deliver($"p{number}@example.org"));
        Assert.True(await node.Sweep() < second, "The outbox does not come back to its pace");
    }

    [Theory]
    [InlineData(MailOutcome.NotNow)]
    [InlineData(MailOutcome.Lost)]
    public async Task Letter_NotTaken_IsTriedAgainLater(MailOutcome outcome)
    {
        var (number, id) = await SignUp();
        node.Mail.Answers.Enqueue(outcome);
        var refused = Assert.Single(await node.Deliver($"p{number}@example.org"));
        Assert.Empty(await node.Deliver($"p{number}@example.org"));

        await node.Age(id, TimeSpan.FromMinutes(1));
        var taken = Assert.Single(await node.Deliver($"p{number}@example.org"));
        Assert.Equal(refused.Id, taken.Id);
        Assert.Equal(TokenOutcome.Done, await node.Signups.Confirm(SignupNode.ConfirmToken(taken)));
    }

    [Fact]
    public async Task Letter_ToNobody_IsNotTriedAgain()
    {
        var (number, id) = await SignUp();
        node.Mail.Answers.Enqueue(MailOutcome.NoSuchAddress);
        Assert.Single(await node.Deliver($"p{number}@example.org"));
        await node.Age(id, TimeSpan.FromDays(1));
        Assert.Empty(await node.Deliver($"p{number}@example.org"));
    }

    [Fact]
    public async Task Node_DeadBetweenAcknowledgementAndNote_SendsTheSameLetterOnceMoreAndBothWork()
    {
        var (number, id) = await SignUp();
        var relay = node.RelayOf(new ForgetfulLetterStore(node.Node.Get<ILetterStore>()));
        node.Mail.Mails.Clear();
        await relay.Sweep(TestContext.Current.CancellationToken);
        await node.Age(id, TimeSpan.FromMinutes(1));
        await relay.Sweep(TestContext.Current.CancellationToken);
        await node.Age(id, TimeSpan.FromMinutes(5));
        await relay.Sweep(TestContext.Current.CancellationToken);

        var mails = node.Mail.Mails.Where(mail => mail.To.Value == $"p{number}@example.org").ToArray();
        Assert.Equal(2, mails.Length);
        Assert.Equal(mails[0].Id, mails[1].Id);
        Assert.NotEqual(SignupNode.ConfirmToken(mails[0]), SignupNode.ConfirmToken(mails[1]));
        Assert.Equal(TokenOutcome.Done, await node.Signups.Confirm(SignupNode.ConfirmToken(mails[0])));
        Assert.Equal(TokenOutcome.Unknown, await node.Signups.Confirm(SignupNode.ConfirmToken(mails[1])));
    }

    [Fact]
    public async Task Outbox_OverSmtp_ReachesARelayThatWasAwayOnce()
    {
        int port;
        await using (var before = await SmtpPeer.Start())
        {
            port = before.Port;
        }

        var options = Options.Create(
            new MailOptions
            {
                Host = "127.0.0.1",
                Port = port,
                Security = MailOptions.Plain,
            }
        );
        await using var own = await TestNode.Start(mail: SmtpPeer.To(options.Value, NullLogger<SmtpMailPort>.Instance));
        var signup = SignupNode.Website(SignupNode.NextNumber(), email: "later-once@example.org");
        Assert.Empty(await own.Grains.GetGrain<ISignupsGrain>(0).SignUp(Guid.NewGuid(), Guid.NewGuid(), signup));
        var relay = own.Get<LetterRelay>();
        await relay.Sweep(TestContext.Current.CancellationToken);

        await using var peer = await SmtpPeer.Start(port);
        await relay.Sweep(TestContext.Current.CancellationToken);
        Assert.Empty(peer.Mails);
        await own.Database.Write(sql => new Burgernet.Silo.Storage.WriteStep<int>(
            sql.Execute("update letter set due_at = due_at - $1", 60_000_000L),
            Keep: true
        ));
        await relay.Sweep(TestContext.Current.CancellationToken);
        await relay.Sweep(TestContext.Current.CancellationToken);

        Assert.Contains("/signups/confirm?token", (await peer.Mail()).GetProperty("raw").GetString(), StringComparison.Ordinal);
    }

    private async Task<(int Number, Guid Id)> SignUp()
    {
        // What another test left has its turn first: the relay's answers are for this one.
        await node.Sweep();
        var number = SignupNode.NextNumber();
        return (number, await node.SignUp(SignupNode.Website(number)));
    }

    private Task<long> Attempts(Guid id) =>
        node.Node.Database.Read(sql => sql.Query("select attempts from letter where participant_id = $1", row => row.GetInt64(0), id)[0]);
}
