using Burgernet.Grains.Participants;
using Burgernet.Mail;
using Burgernet.Participants;
using Burgernet.Tests.Sealed;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Participants;

public sealed class ParticipantPolicyTests
{
    private static readonly DateTimeOffset Later = RegisterBench.Now.AddDays(1);

    [Theory]
    [InlineData("none", "confirm", "Unknown")]
    [InlineData("none", "suspend", "Unknown")]
    [InlineData("none", "resume", "Unknown")]
    [InlineData("none", "leave", "Unknown")]
    [InlineData("none", "erase", "Unknown")]
    [InlineData("none", "forget", "Unknown")]
    [InlineData("none", "change", "Unknown")]
    [InlineData("pending", "confirm", "Active")]
    [InlineData("pending", "suspend", "NotActive")]
    [InlineData("pending", "resume", "NotSuspended")]
    [InlineData("pending", "leave", "Left")]
    [InlineData("pending", "erase", "Left")]
    [InlineData("pending", "forget", "Left")]
    [InlineData("pending", "change", "may")]
    [InlineData("active", "confirm", "NotPending")]
    [InlineData("active", "suspend", "Suspended")]
    [InlineData("active", "resume", "NotSuspended")]
    [InlineData("active", "leave", "Left")]
    [InlineData("active", "erase", "Left")]
    [InlineData("active", "forget", "NotPending")]
    [InlineData("active", "change", "may")]
    [InlineData("suspended", "confirm", "NotPending")]
    [InlineData("suspended", "suspend", "NotActive")]
    [InlineData("suspended", "resume", "Active")]
    [InlineData("suspended", "leave", "Left")]
    [InlineData("suspended", "erase", "Left")]
    [InlineData("suspended", "forget", "NotPending")]
    [InlineData("suspended", "change", "may")]
    [InlineData("left", "confirm", "AlreadyLeft")]
    [InlineData("left", "suspend", "AlreadyLeft")]
    [InlineData("left", "resume", "AlreadyLeft")]
    [InlineData("left", "leave", "AlreadyLeft")]
    [InlineData("left", "erase", "Left")]
    [InlineData("left", "forget", "NotPending")]
    [InlineData("left", "change", "AlreadyLeft")]
    [InlineData("erased", "confirm", "Erased")]
    [InlineData("erased", "suspend", "Erased")]
    [InlineData("erased", "resume", "Erased")]
    [InlineData("erased", "leave", "Erased")]
    [InlineData("erased", "erase", "Erased")]
    [InlineData("erased", "forget", "Erased")]
    [InlineData("erased", "change", "Erased")]
    public void Command_InEachState_LeadsWhereItShould(string state, string command, string outcome)
    {
        var row = In(state);
        if (command == "change")
        {
            Assert.Equal(outcome, ParticipantPolicy.WhyNotChange(row, row?.Version)?.Refusals.Single().Code.ToString() ?? "may");
            return;
        }

        var decision = command switch
        {
            "confirm" => ParticipantPolicy.Confirm(row, ConfirmationMethod.SmsCode, Later),
            "suspend" => ParticipantPolicy.Suspend(row, Later),
            "resume" => ParticipantPolicy.Resume(row, Later),
            "leave" => ParticipantPolicy.Leave(row, Later),
            "forget" => ParticipantPolicy.Forget(row, Later),
            _ => ParticipantPolicy.Erase(row, Later),
        };
        Assert.Equal(outcome, decision.Row?.Status.ToString() ?? decision.Refusals.Single().Code.ToString());
        if (decision.Row is { } next)
        {
            Assert.Equal((row!.Version + 1, Later), (next.Version, next.ChangedAt));
        }
    }

    [Fact]
    public void Confirm_ByNothing_IsRefused() =>
        Assert.Equal(
            ParticipantRefusalCode.ConfirmationMissing,
            ParticipantPolicy.Confirm(In("pending"), ConfirmationMethod.None, Later).Refusals.Single().Code
        );

    [Fact]
    public void Change_OfAnotherVersionThanSeen_IsRefused() =>
        Assert.Equal(ParticipantRefusalCode.VersionChanged, ParticipantPolicy.WhyNotChange(In("active"), 7)?.Refusals.Single().Code);

    [Fact]
    public void Erase_LeavesNothingButThatThereWasSomebody()
    {
        var row = In("active")!;
        var erased = ParticipantPolicy.Erase(row, Later).Row!;
        Assert.Null(erased.Sealed);
        Assert.Empty(erased.Locations);
        Assert.Empty(erased.Lookups);
        Assert.Equal((row.Id, Later, Later, row.CreatedAt), (erased.Id, erased.LeftAt, erased.ErasedAt, erased.CreatedAt));
        Assert.Equal(Later, ParticipantPolicy.Erase(In("left"), Later).Row!.ErasedAt);
        Assert.NotEqual(Later, ParticipantPolicy.Erase(In("left"), Later).Row!.LeftAt);
    }

    [Theory]
    [InlineData("none", MailList.All, "Unknown")]
    [InlineData("pending", MailList.Articles, "Pending")]
    [InlineData("active", MailList.Articles, "Active")]
    [InlineData("suspended", MailList.All, "Suspended")]
    [InlineData("left", MailList.All, "AlreadyLeft")]
    [InlineData("erased", MailList.Articles, "Erased")]
    public void Unsubscribe_InEachState_LeadsWhereItShould(string state, MailList list, string outcome)
    {
        var decision = ParticipantPolicy.Unsubscribe(In(state), list, Later);
        Assert.Equal(outcome, decision.Row?.Status.ToString() ?? decision.Refusals.Single().Code.ToString());
        if (decision.Row is { } next)
        {
            Assert.False(ParticipantPolicy.IsSubscribed(next, list));
            Assert.Equal((2L + (state == "pending" ? 0 : 1) + (state == "suspended" ? 1 : 0), Later), (next.Version, next.ChangedAt));
        }
    }

    [Fact]
    public void Unsubscribe_FromArticles_KeepsOtherMail()
    {
        var next = ParticipantPolicy.Unsubscribe(In("active"), MailList.Articles, Later).Row!;
        Assert.False(next.WantsArticles);
        Assert.True(ParticipantPolicy.IsSubscribed(next, MailList.All));
        Assert.Equal(In("active")!.Locations, next.Locations);
    }

    [Fact]
    public void Unsubscribe_FromAllMail_KeepsPhonesAndWhereTheyAreWanted()
    {
        var row = In("active")!;
        var mailed = row with { Locations = [row.Locations[0], row.Locations[0] with { Number = 2, Channels = ContactChannels.Email }] };
        var next = ParticipantPolicy.Unsubscribe(mailed, MailList.All, Later).Row!;
        var location = Assert.Single(next.Locations);
        Assert.Equal((1, ContactChannels.Voice | ContactChannels.Sms), (location.Number, location.Channels));
        Assert.Equal((row.Sealed, row.Lookups), (next.Sealed, next.Lookups));
    }

    [Fact]
    public void Unsubscribe_WhoTakesPartByMailOnly_Leaves()
    {
        var row = In("active")!;
        var next = ParticipantPolicy
            .Unsubscribe(row with { Locations = [row.Locations[0] with { Channels = ContactChannels.Email }] }, MailList.All, Later)
            .Row!;
        Assert.Equal((ParticipantStatus.Left, Later), (next.Status, next.LeftAt));
        Assert.Single(next.Locations);
    }

    [Theory]
    [InlineData("none", "pending", false)]
    [InlineData("none", "active", true)]
    [InlineData("pending", "active", true)]
    [InlineData("active", "active", true)]
    [InlineData("active", "suspended", true)]
    [InlineData("active", "erased", true)]
    [InlineData("suspended", "left", false)]
    [InlineData("left", "erased", false)]
    public void Cells_HearOfChangesThatSelectionsWouldSee(string before, string after, bool told) =>
        Assert.Equal(told, ParticipantPolicy.CellsToTell(In(before), In(after)!).Count > 0);

    [Fact]
    public void AnyOrderOfCommands_KeepsWhatMustHold() =>
        Gen.Int[0, 4]
            .Array[0, 12]
            .Sample(commands =>
            {
                var row = In("pending")!;
                foreach (var command in commands)
                {
                    var decision = command switch
                    {
                        0 => ParticipantPolicy.Confirm(row, ConfirmationMethod.SmsCode, Later),
                        1 => ParticipantPolicy.Suspend(row, Later),
                        2 => ParticipantPolicy.Resume(row, Later),
                        3 => ParticipantPolicy.Leave(row, Later),
                        _ => ParticipantPolicy.Erase(row, Later),
                    };
                    Assert.NotEqual(decision.Row is null, decision.Refusals.Count == 0);
                    var next = decision.Row ?? row;
                    Assert.True(row.Status != ParticipantStatus.Left || next.Status == ParticipantStatus.Left, "Nobody comes back");
                    Assert.True(row.ErasedAt is null || ReferenceEquals(row, next), "Nothing happens after an erasure");
                    Assert.Equal(next.ErasedAt is not null, next.Sealed is null && next.Locations.Count == 0 && next.Lookups.Count == 0);
                    Assert.Equal(next.LeftAt is not null, next.Status == ParticipantStatus.Left);
                    Assert.True(next.Status != ParticipantStatus.Active || next.Confirmation is not null, "Active is confirmed");
                    row = next;
                }
            });

    private static ParticipantRow? In(string state)
    {
        var row = SealedPeople.Rows.Create(
            Guid.Parse("11111111-2222-3333-4444-555555555555"),
            RegisterBench.Registration,
            RegisterBench.Accepted(RegisterBench.Profile),
            RegisterBench.Now
        );
        var active = ParticipantPolicy.Confirm(row, ConfirmationMethod.EmailToken, RegisterBench.Now).Row!;
        return state switch
        {
            "none" => null,
            "pending" => row,
            "active" => active,
            "suspended" => ParticipantPolicy.Suspend(active, RegisterBench.Now).Row,
            "left" => ParticipantPolicy.Leave(active, RegisterBench.Now).Row,
            _ => ParticipantPolicy.Erase(active, RegisterBench.Now).Row,
        };
    }
}
