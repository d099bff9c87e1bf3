using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Mail;
using Burgernet.Participants;
using Burgernet.Silo.Hosting;
using Burgernet.Silo.Mail;
using Burgernet.Silo.Mail.Bounces;
using Burgernet.TestKit;
using Burgernet.Tests.Scenarios.Mail;
using Burgernet.Tests.Scenarios.Nodes;
using Burgernet.Tests.Scenarios.Phones;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Burgernet.Tests.Scenarios.Actions;

/// <summary>Mail about actions on a real node: into the practice mailbox, and over SMTP to relays that we did not write, which are silent, away, and send back.</summary>
public sealed class MailScenarios
{
    private static readonly WrittenMail Dutch = new(Language.Dutch, "Kind vermist", "Lisa is 7 jaar.\n\nZij draagt een rode jas.");
    private static readonly WrittenMail Article = new(Language.Dutch, "Lisa is terug", "Zij was bij haar oma.");

    private static CancellationToken Ends => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mail_ToEveryoneWhoChoseIt_LiesInTheirMailboxOnce()
    {
        await using var node = await TestNode.Start();
        var town = await Town.Found(node, people: 12, outTo: 1_000);
        await town.Choose(node, ContactChannels.Email, [.. town.Residents.Take(10)]);
        var action = await TestAction.StartBy(node, town, [Medium.Email], mails: Dutch);
        await action.UntilComplete();

        var mails = node.Get<PracticeMailbox>().Read();
        Assert.Equal(
            town.Residents.Take(10).Select(resident => resident.Email).Order(StringComparer.Ordinal),
            mails.Select(mail => mail.To).Order(StringComparer.Ordinal)
        );
        Assert.All(mails, mail => Assert.Equal(("[Oefening] Kind vermist", "Burgernet", "nl"), (mail.Subject, mail.From, mail.Language)));
        Assert.Contains("Zij draagt een rode jas.", mails[0].Text, StringComparison.Ordinal);
        Assert.Contains("Treed niet zelf op", mails[0].Text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"nl\">", mails[0].Html, StringComparison.Ordinal);
        Assert.Contains("/signups/unsubscribe/mail?token=", mails[0].LeaveUrl, StringComparison.Ordinal);
        Assert.Empty(action.Calls);

        var snapshot = await action.Snapshot();
        Assert.Equal((10, 10, 0), (snapshot.Progress.Selected, snapshot.Progress.Contacted, snapshot.Progress.Reached));
        Assert.Equal([new MediumTotals(Medium.Email, 10, 10)], snapshot.Progress.Media);
        Assert.Equal("Kind vermist", Assert.Single(Assert.Single(snapshot.Messages).Mails).Subject);
        await action.ShouldBeSound(10);
    }

    [Fact]
    public async Task Mail_BesideCallAndSms_ReachesByAllThreeAndCountsPeopleOnce()
    {
        await using var node = await TestNode.Start();
        var town = await Town.Found(node, people: 4, outTo: 500);
        await town.Choose(node, ContactChannels.All);
        var action = await TestAction.Draft(node, town, 1_000);
        var all = new TestAction(Guid.NewGuid()).On(node);
        var draft = town.Draft(1_000) with
        {
            Media = [Medium.Voice, Medium.Sms, Medium.Email],
            Written = [new WrittenMessage(Language.Dutch, "Kind vermist")],
        };
        Assert.Null((await all.Grain.Create(TestAction.Act("draft"), draft)).Problem);
        var estimate = (await all.Grain.Estimate(TestAction.ControlRoom)).Estimate!;
        Assert.Equal((4, 4, 4, 4), (estimate.People, estimate.VoiceDeliveries, estimate.SmsDeliveries, estimate.MailDeliveries));
        Assert.Equal(0, (await action.Grain.Estimate(TestAction.ControlRoom)).Estimate!.MailDeliveries);
        await all.Start();
        await all.UntilComplete();

        var progress = (await all.Snapshot()).Progress;
        Assert.Equal((4, 12, 4, 4), (progress.Selected, progress.Deliveries, progress.Contacted, progress.Heard));

        // Nobody wrote a mail: it is made of the SMS.
        var mails = node.Get<PracticeMailbox>().Read();
        Assert.Equal(4, mails.Count);
        Assert.All(mails, mail => Assert.Equal("[Oefening] Burgernet vraagt uw hulp", mail.Subject));
        await all.ShouldBeVerified();
    }

    /// <summary>A mail comes back by way of the maildir: its result is amended, and nothing more goes to that address.</summary>
    [Fact]
    public async Task Bounce_OfAMail_AmendsItsResultAndEndsMailToThatAddress()
    {
        await using var peer = await SmtpPeer.Start();
        await using var node = await TestNode.StartWith(MailGatewayBench.Plain(peer.Port));
        var town = await Town.FoundAt(node, 50, 100, 150);
        await town.Choose(node, ContactChannels.Email);
        var action = await TestAction.StartBy(node, town, [Medium.Email], mails: Dutch);
        await action.UntilComplete();
        await Eventually.Holds("the relay tells of three mails", () => peer.Mails.Count == 3, TimeSpan.FromSeconds(20));
        var gone = town.Residents[1];
        var sender = peer.Mails.Single(mail => mail.GetProperty("to")[0].GetString() == gone.Email).GetProperty("from").GetString()!;

        using var folder = new TemporaryFolder();
        var maildir = Directory.CreateDirectory(Path.Combine(folder.Path, "new"));
        await File.WriteAllTextAsync(Path.Combine(maildir.FullName, "1.host"), Notification(sender), Ends);
        using var bounces = new BounceService(
            Options.Create(new BounceMailboxOptions { Maildir = folder.Path }),
            node.Get<BounceReader>(),
            node.Get<BounceDesk>(),
            node.Get<IBounceStore>(),
            node.Get<UndeliverableAddresses>(),
            TimeProvider.System,
            NullLogger<BounceService>.Instance
        );
        await bounces.Look(Ends);
        Assert.Empty(maildir.GetFiles());
        await action.Until("the bounce is told", snapshot => snapshot.Progress.Results.GetValueOrDefault(DeliveryResult.Undelivered) == 1);
        await action.ShouldBeAmended();
        await action.ShouldBeSound(3);

        var reply = await action.Grain.AddMessage(TestAction.Act("outcome"), MessageKind.Outcome, [], new TextTerms([], Mails: [Article]));
        Assert.Null(reply.Problem);
        await action.Until("all have the outcome", snapshot => snapshot.Progress is { Deliveries: 6, Complete: true });
        Assert.Equal(1, (await action.Snapshot()).Progress.Results[DeliveryResult.NumberInvalid]);
        await Eventually.Holds("the relay tells of the others", () => peer.Mails.Count == 5, TimeSpan.FromSeconds(20));
        Assert.Single(peer.Mails, mail => mail.GetProperty("to")[0].GetString() == gone.Email);
    }

    /// <summary>The relay has the mails and did not say so, and the node dies: none goes again, and a bounce tells what nobody knew.</summary>
    [Fact]
    public async Task Node_KilledAfterTheDot_SendsNoMailTwice()
    {
        await using var peer = await SmtpPeer.Start(silent: true);
        var node = await TestNode.StartWith(MailGatewayBench.Plain(peer.Port));
        var town = await Town.FoundAt(node, 50, 100, 150);
        await town.Choose(node, ContactChannels.Email);
        var action = await TestAction.StartBy(node, town, [Medium.Email], mails: Dutch);
        await PhoneNetwork.Until("all mails are with the relay", () => peer.Mails.Count == 3);

        await using var after = await node.KillAndRestart(channels: 40, ringSeconds: 1);
        action.On(after);
        await action.UntilComplete();
        Assert.Equal(3, peer.Mails.Count);
        var progress = (await action.Snapshot()).Progress;
        Assert.Equal((3, 0), (progress.Results[DeliveryResult.Unknown], progress.Contacted));

        var sender = peer.Mails[0].GetProperty("from").GetString()!;
        var token = sender["bounces+".Length..sender.IndexOf('@', StringComparison.Ordinal)];
        var letter = after.Get<BounceTokens>().Read(token)!.Value;
        await after.Get<BounceDesk>().Take(new Bounce(token, letter, BounceAction.Failed, "5.1.1", DateTimeOffset.UtcNow));
        await after.Get<IReceiptStore>().MatchUnknown(TestNode.Relay, [TestNode.Relay], DateTimeOffset.UtcNow.AddMinutes(1));
        await action.Until(
            "one is known not to have arrived",
            snapshot => snapshot.Progress.Results.GetValueOrDefault(DeliveryResult.Undelivered) == 1
        );
        await action.ShouldBeVerified();
    }

    [Fact]
    public async Task Relay_AwayAtTheStart_GetsEveryMailOnceWhenItIsBack()
    {
        var port = FreePorts.Take();
        await using var node = await TestNode.StartWith(MailGatewayBench.Plain(port));
        var town = await Town.Found(node, people: 8, outTo: 500);
        await town.Choose(node, ContactChannels.Email);
        var action = await TestAction.StartBy(node, town, [Medium.Email], mails: Dutch);
        await action.Until("it was tried and not sent", snapshot => snapshot.Progress.Waiting == 8);

        await using var peer = await SmtpPeer.Start(port);
        await action.UntilComplete();
        Assert.Equal(8, (await action.Snapshot()).Progress.Results[DeliveryResult.ToCarrier]);
        await Eventually.Holds("the relay tells of all mails", () => peer.Mails.Count == 8, TimeSpan.FromSeconds(20));
        Assert.Equal(8, peer.Mails.Select(mail => mail.GetProperty("to")[0].GetString()).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Mail_ThatWaitsAtTheDeadline_ExpiresAndLeavesNoMore()
    {
        var port = FreePorts.Take();
        await using var node = await TestNode.StartWith(MailGatewayBench.Plain(port));
        var town = await Town.FoundAt(node, 50, 100);
        await town.Choose(node, ContactChannels.Email);
        var action = await TestAction.StartBy(node, town, [Medium.Email], kind: ActionKind.HitAndRun, mails: Dutch);
        await action.UntilComplete();
        Assert.Equal(2, (await action.Snapshot()).Progress.Results[DeliveryResult.Expired]);

        await using var peer = await SmtpPeer.Start(port);
        var later = await TestAction.StartBy(node, town, [Medium.Email], mails: Article);
        await later.UntilComplete();
        await Eventually.Holds("the relay tells of the others", () => peer.Mails.Count == 2, TimeSpan.FromSeconds(20));
        Assert.All(peer.Mails, mail => Assert.Contains("Lisa is terug", mail.GetProperty("raw").GetString()!, StringComparison.Ordinal));
    }

    /// <summary>After closing: who was contacted, by whatever, and wants articles gets it by mail, whoever else does not.</summary>
    [Fact]
    public async Task Article_AfterClosing_GoesToWhomWasContactedAndWantsIt()
    {
        await using var node = await TestNode.Start();
        var town = await Town.FoundAt(node, 50, 100, 150, 200);
        await town.Choose(node, ContactChannels.Email, town.Residents[0], town.Residents[1]);
        town.Residents[3].Phone.Is(PhoneHabit.IsBusy);
        await Town.WantArticles(node, town.Residents[0], town.Residents[2], town.Residents[3]);
        var action = await TestAction.StartBy(node, town, [Medium.Voice, Medium.Email], mails: Dutch);
        await action.UntilComplete();
        Assert.Equal(ActionProblemCode.NotInThisState, (await SendArticle(action, "early", Article)).Problem?.Code);
        Assert.Null(
            (
                await action.Grain.AddMessage(
                    TestAction.Act("outcome"),
                    MessageKind.Outcome,
                    [new SpokenMessage(Language.Dutch, [4, 5], PhoneNetwork.MessageMilliseconds)],
                    new TextTerms([], Mails: [Article])
                )
            ).Problem
        );
        await action.UntilComplete();
        Assert.Null((await action.Close(expire: true)).Problem);
        Assert.Equal(ActionProblemCode.MailMissing, (await SendArticle(action, "empty")).Problem?.Code);

        var before = node.Get<PracticeMailbox>().Read().Count;
        Assert.Null((await SendArticle(action, "article", Article)).Problem);
        Assert.True((await SendArticle(action, "article", Article)).Repeated);
        await action.Until("the article is out", snapshot => snapshot.Messages.Count == 3 && snapshot.Progress.Complete);

        var articles = node.Get<PracticeMailbox>().Read().SkipLast(before).ToList();
        Assert.Equal(
            new[] { town.Residents[0].Email, town.Residents[2].Email }.Order(StringComparer.Ordinal),
            articles.Select(mail => mail.To).Order(StringComparer.Ordinal)
        );
        Assert.All(articles, mail => Assert.Contains("/signups/unsubscribe/articles?token=", mail.LeaveUrl, StringComparison.Ordinal));
        var results = (await action.Deliveries())
            .Where(delivery => delivery.Message == 3)
            .ToDictionary(delivery => delivery.ParticipantId, delivery => delivery.Result);
        Assert.Equal(3, results.Count);
        Assert.Equal(DeliveryResult.NotAttemptedUnwanted, results[town.Residents[1].Id]);

        // A lane that is loaded again gives it to nobody once more, whatever people want by now.
        await Town.WantArticles(node, town.Residents[1]);
        await node.PutIdleGrainsAway();
        Assert.Equal(ActionStatus.Closed, (await action.Snapshot()).Status);
        Assert.Null((await action.Archive()).Problem);
        Assert.Equal(before + 2, node.Get<PracticeMailbox>().Read().Count);
        await action.ShouldBeVerified();
    }

    private static Task<ActionReply> SendArticle(TestAction action, string key, params WrittenMail[] mails) =>
        action.Grain.AddMessage(TestAction.Act(key), MessageKind.Article, [], new TextTerms([], Mails: mails));

    /// <summary>What a mail system writes when there is no such mailbox (RFC 3464).</summary>
    private static string Notification(string to) =>
        $"""
            From: MAILER-DAEMON@mx.example.org
            To: {to}
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: text/plain

            There is no such mailbox.

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.org

            Final-Recipient: rfc822; somebody@example.org
            Action: failed
            Status: 5.1.1

            --b--

            """;
}
