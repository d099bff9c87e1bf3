using System.Text.RegularExpressions;
using Burgernet.Grains.Mail;
using Burgernet.Mail;
using Burgernet.Participants;
using Burgernet.Practice;
using Burgernet.Signups;
using Burgernet.Tests.Scenarios.Participants;
using Xunit;

namespace Burgernet.Tests.Scenarios.Signups;

/// <summary>People who sign up, confirm and leave by themselves, and those who try what they should not.</summary>
public sealed partial class SignupScenarios(SignupNode node) : IClassFixture<SignupNode>
{
    private static readonly PersonalText Nonsense = new("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

    [Fact]
    public async Task SignUp_ConfirmedByMail_TakesPartUntilOneClick()
    {
        var number = SignupNode.NextNumber();
        var id = await node.SignUp(SignupNode.Website(number));
        Assert.Equal(ParticipantStatus.Pending, (await node.Read(id))!.Status);

        var asked = Assert.Single(await node.Deliver($"p{number}@example.org"));
        Assert.Empty(await node.Deliver($"p{number}@example.org"));
        Assert.Equal(TokenOutcome.Done, await node.Signups.Confirm(SignupNode.ConfirmToken(asked)));
        var participant = (await node.Read(id))!;
        Assert.Equal((ParticipantStatus.Active, ConfirmationMethod.EmailToken), (participant.Status, participant.Confirmation!.Method));

        var welcome = Assert.Single(await node.Deliver($"p{number}@example.org"));
        Assert.Contains("U doet mee", welcome.Subject, StringComparison.Ordinal);
        Assert.Equal(TokenOutcome.Done, await node.Signups.Leave(SignupNode.LeaveToken(welcome)));
        Assert.Equal(TokenOutcome.Done, await node.Signups.Leave(SignupNode.LeaveToken(welcome)));
        Assert.Equal(ParticipantStatus.Left, (await node.Read(id))!.Status);
        Assert.Empty(await node.Deliver($"p{number}@example.org"));
    }

    [Fact]
    public async Task Mail_UnsubscribedFromByOneClick_ComesBackOnlyWhereTheyAskForIt()
    {
        var number = SignupNode.NextNumber();
        var id = Guid.NewGuid();
        var participant = node.Node.Grains.GetGrain<IParticipantGrain>(id);
        var registration = SignupNode.Website(number) with { AskBy = default, ConfirmedBy = ConfirmationMethod.SignedCard };
        var profile = registration.Profile with
        {
            WantsArticles = true,
            Locations = [registration.Profile.Locations[0] with { Channels = ContactChannels.Voice | ContactChannels.Email }],
        };
        Assert.True((await participant.Register(Household.Operation(), registration with { Profile = profile })).Done);
        var links = node.Node.Get<UnsubscribeTokens>();
        var (articles, all) = (new PersonalText(links.Write(MailList.Articles, id)), new PersonalText(links.Write(MailList.All, id)));

        Assert.Equal(TokenOutcome.Unknown, await node.Signups.Unsubscribe(MailList.All, articles));
        Assert.Equal(TokenOutcome.Unknown, await node.Signups.Unsubscribe(MailList.Articles, Nonsense));
        Assert.Equal(1, (await node.Read(id))!.Version);

        for (var click = 0; click < 3; click++)
        {
            Assert.Equal(TokenOutcome.Done, await node.Signups.Unsubscribe(MailList.Articles, articles));
        }

        var now = (await node.Read(id))!;
        Assert.Equal(
            (2, false, ContactChannels.Voice | ContactChannels.Email),
            (now.Version, now.Profile!.WantsArticles, now.Profile.Locations[0].Channels)
        );

        // They think again, and again: the same link works again.
        Assert.True((await participant.Change(Household.Operation(), profile, ifVersion: null)).Done);
        Assert.Equal(TokenOutcome.Done, await node.Signups.Unsubscribe(MailList.All, all));
        now = (await node.Read(id))!;
        Assert.Equal((4, false, ContactChannels.Voice), (now.Version, now.Profile!.WantsArticles, now.Profile.Locations[0].Channels));
        Assert.Equal(ParticipantStatus.Active, now.Status);

        Assert.True((await participant.Erase(Household.Operation())).Done);
        Assert.Equal(TokenOutcome.Done, await node.Signups.Unsubscribe(MailList.All, all));
    }

    [Fact]
    public async Task Token_UsedBeforeOrForSomethingElse_DoesNothing()
    {
        var number = SignupNode.NextNumber();
        var id = await node.SignUp(SignupNode.Website(number));
        var asked = Assert.Single(await node.Deliver($"p{number}@example.org"));
        var (confirm, leave) = (SignupNode.ConfirmToken(asked), SignupNode.LeaveToken(asked));

        Assert.Equal(TokenOutcome.Unknown, await node.Signups.Confirm(leave));
        Assert.Equal(TokenOutcome.Unknown, await node.Signups.Leave(confirm));
        Assert.Equal(TokenOutcome.Unknown, await node.Signups.Confirm(Nonsense));
        Assert.Equal(TokenOutcome.Unknown, await node.Signups.Confirm(new PersonalText("")));
        Assert.Equal(ParticipantStatus.Pending, (await node.Read(id))!.Status);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => node.Signups.Confirm(confirm)));
        Assert.Contains(TokenOutcome.Done, outcomes);
        Assert.Equal(TokenOutcome.Unknown, await node.Signups.Confirm(confirm));
        Assert.Equal(2, (await node.Read(id))!.Version);
    }

    [Fact]
    public async Task SignUp_WithThePhoneOfSomebody_AnswersTheSameAndTellsThemOnce()
    {
        var number = SignupNode.NextNumber();
        var holder = Guid.NewGuid();
        var registration = SignupNode.Website(number) with { AskBy = default, ConfirmedBy = ConfirmationMethod.SignedCard };
        Assert.True((await node.Node.Grains.GetGrain<IParticipantGrain>(holder).Register(Household.Operation(), registration)).Done);
        await node.Deliver($"p{number}@example.org");

        var stranger = await node.SignUp(SignupNode.Website(number, email: $"stranger{number}@example.org"));
        await node.SignUp(SignupNode.Website(number, email: $"stranger{number}@example.org"));

        Assert.Null(await node.Read(stranger));
        var notice = Assert.Single(await node.Deliver($"p{number}@example.org"));
        Assert.Contains("opnieuw aangemeld", notice.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain(node.Mail.Mails, mail => mail.To.Value.StartsWith("stranger", StringComparison.Ordinal));
        Assert.Equal(1, (await node.Read(holder))!.Version);
    }

    [Fact]
    public async Task SignUp_AgainAfterAMistake_TakesThePlaceOfTheOneThatWaits()
    {
        var number = SignupNode.NextNumber();
        var mistaken = await node.SignUp(SignupNode.Website(number, email: $"mistake{number}@example.org"));
        var tooSoon = await node.SignUp(SignupNode.Website(number));
        Assert.Null(await node.Read(tooSoon));

        await node.Age(mistaken, TimeSpan.FromMinutes(11));
        var right = await node.SignUp(SignupNode.Website(number));

        Assert.NotNull((await node.Read(mistaken))!.ErasedAt);
        Assert.Equal(ParticipantStatus.Pending, (await node.Read(right))!.Status);
        Assert.Single(await node.Deliver($"p{number}@example.org"));
    }

    [Fact]
    public async Task SignUp_OfOneMailboxWithManyPhones_IsWrittenThreeTimes()
    {
        var email = $"victim{SignupNode.NextNumber()}@example.org";
        for (var i = 0; i < 5; i++)
        {
            await node.SignUp(SignupNode.Website(SignupNode.NextNumber(), email));
        }

        Assert.Equal(3, (await node.Deliver(email)).Length);
    }

    [Fact]
    public async Task SignUp_AskedAgainUnderTheSameOperation_HappensOnce()
    {
        var number = SignupNode.NextNumber();
        var (id, operation, signup) = (Guid.NewGuid(), Guid.NewGuid(), SignupNode.Website(number));
        Assert.Empty(await node.Signups.SignUp(id, operation, signup));
        Assert.Empty(await node.Signups.SignUp(id, operation, signup));

        Assert.Equal(1, (await node.Read(id))!.Version);
        Assert.Single(await node.Deliver($"p{number}@example.org"));
    }

    [Fact]
    public async Task Code_OfATextMessage_ConfirmsOnceAndNotAfterFiveWrongOnes()
    {
        var (number, guessed) = (SignupNode.NextNumber(), SignupNode.NextNumber());
        var id = await node.SignUp(SignupNode.Website(number, askBy: ConfirmationMethod.SmsCode));
        var attacked = await node.SignUp(SignupNode.Website(guessed, askBy: ConfirmationMethod.SmsCode));
        await node.Sweep();

        Assert.Equal(TokenOutcome.Unknown, await node.Signups.ConfirmByCode(Phone(number), Other(CodeFor(number))));
        Assert.Equal(TokenOutcome.Unknown, await node.Signups.ConfirmByCode(Phone(number), CodeFor(guessed)));
        Assert.Equal(TokenOutcome.Unknown, await node.Signups.ConfirmByCode(new PersonalText("112"), CodeFor(number)));
        Assert.Equal(TokenOutcome.Done, await node.Signups.ConfirmByCode(Phone(number), CodeFor(number)));
        Assert.Equal(TokenOutcome.Unknown, await node.Signups.ConfirmByCode(Phone(number), CodeFor(number)));
        Assert.Equal(ConfirmationMethod.SmsCode, (await node.Read(id))!.Confirmation!.Method);

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(TokenOutcome.Unknown, await node.Signups.ConfirmByCode(Phone(guessed), Other(CodeFor(guessed))));
        }

        Assert.Equal(TokenOutcome.Unknown, await node.Signups.ConfirmByCode(Phone(guessed), CodeFor(guessed)));
        Assert.Equal(ParticipantStatus.Pending, (await node.Read(attacked))!.Status);
    }

    [Fact]
    public async Task SignUp_NeverConfirmed_IsErasedAfterItsTermOrAtOneClick()
    {
        var (number, other, confirmed) = (SignupNode.NextNumber(), SignupNode.NextNumber(), SignupNode.NextNumber());
        var id = await node.SignUp(SignupNode.Website(number));
        var notMe = await node.SignUp(SignupNode.Website(other));
        var active = await node.SignUp(SignupNode.Website(confirmed));
        var mail = Assert.Single(await node.Deliver($"p{number}@example.org"));
        await node.Signups.Leave(SignupNode.LeaveToken(node.Mail.Mails.Single(sent => sent.To.Value == $"p{other}@example.org")));
        await node.Signups.Confirm(SignupNode.ConfirmToken(node.Mail.Mails.Single(sent => sent.To.Value == $"p{confirmed}@example.org")));
        Assert.NotNull((await node.Read(notMe))!.ErasedAt);

        await node.Age(id, TimeSpan.FromDays(7.9));
        await node.Age(active, TimeSpan.FromDays(9));
        await node.Sweep();
        Assert.NotNull((await node.Read(id))!.Profile);
        await node.Age(id, TimeSpan.FromDays(0.2));
        await node.Sweep();

        Assert.NotNull((await node.Read(id))!.ErasedAt);
        Assert.Equal(ParticipantStatus.Active, (await node.Read(active))!.Status);
        Assert.Equal(TokenOutcome.Unknown, await node.Signups.Confirm(SignupNode.ConfirmToken(mail)));
    }

    [Theory]
    [InlineData(ConfirmationMethod.EmailToken, ParticipantRefusalCode.MailUnavailable)]
    [InlineData(ConfirmationMethod.SmsCode, null)]
    [InlineData((ConfirmationMethod)7, ParticipantRefusalCode.ConfirmationMissing)]
    public async Task SignUp_WhereNothingSendsMail_IsRefusedWithTheReason(ConfirmationMethod askBy, ParticipantRefusalCode? code)
    {
        node.Mail.Available = false;
        try
        {
            var refusals = await node.Signups.SignUp(
                Guid.NewGuid(),
                Guid.NewGuid(),
                SignupNode.Website(SignupNode.NextNumber(), askBy: askBy)
            );
            Assert.Equal(code is { } no ? [new ParticipantRefusal(no, "/askBy")] : [], refusals);
        }
        finally
        {
            node.Mail.Available = true;
        }
    }

    private static PersonalText Phone(int number) => new(PracticeNumbers.Format(number));

    private PersonalText CodeFor(int number) =>
        new(Digits().Match(node.Sms.Read().First(message => message.To == PracticeNumbers.Format(number)).Text).Value);

    private static PersonalText Other(PersonalText code) => new(code.Value == "123456" ? "654321" : "123456");

    [GeneratedRegex(@"\d{6}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}
