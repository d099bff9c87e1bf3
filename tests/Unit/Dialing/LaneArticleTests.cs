using Burgernet.Actions;
using Burgernet.Dialing;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

/// <summary>The article after an action: by mail, to everyone who was contacted by anything.</summary>
public sealed class LaneArticleTests
{
    private readonly LaneBench _lane = new();

    private static LaneMessage Outcome { get; } = LaneBench.Message(2, MessageKind.Outcome, epoch: 2);

    private static LaneMessage Article { get; } =
        LaneBench.Message(3, MessageKind.Article, epoch: 3) with
        {
            Reach = MessageReach.Of([Medium.Email], smsInstead: false),
        };

    [Fact]
    public void Article_Enlisted_GoesByMailToWhomWasContactedWhateverTheyChose()
    {
        EndWithOutcome();
        _lane.Enlist(Outcome, Article);

        // One of them chose calls alone; who was busy was not contacted.
        Assert.Equal(new DeliveryResult?[] { DeliveryResult.None, null }, Mails());
        Assert.True(_lane.Ledger.IsArticle(3));
        Assert.False(_lane.Ledger.IsArticle(2));
    }

    [Fact]
    public void Article_AfterOutcomesThatWereGivenUp_IsNotGivenUpWithThem()
    {
        _lane.Add(0, 1);
        _lane.Report(_lane.Heard(Assert.Single(_lane.Pull())));
        _lane.Enlist(Outcome);
        _lane.Stop();
        _lane.Enlist(Outcome, Article);
        Assert.False(_lane.Book.Stopped);
        Assert.Equal(DeliveryResult.None, Mails()[0]);
    }

    [Fact]
    public void Article_LaneThatIsLoadedAgain_GivesItOnce()
    {
        EndWithOutcome();
        _lane.Enlist(Outcome, Article);
        var rows = _lane.Store.Deliveries.Count;
        _lane.Crash();
        _lane.Enlist(Outcome, Article);
        Assert.Equal(rows, _lane.Store.Deliveries.Count);
    }

    [Fact]
    public void Article_ThatIsNotWanted_EndsUnattempted()
    {
        EndWithOutcome();
        _lane.Enlist(Outcome, Article);
        var taken = _lane.Book.Take(10, -1, _lane.Now, Medium.Email);
        _lane.Store.Apply(_lane.Ledger.Withdraw(taken, _lane.Now));
        Assert.Equal(DeliveryResult.NotAttemptedUnwanted, Mails()[0]);
        Assert.True(_lane.Book.AllDone);
    }

    private DeliveryResult?[] Mails() =>
        [.. new[] { 1, 2 }.Select(person => _lane.Store.Find(LaneBench.Person(person), 3, Medium.Email)?.Result)];

    /// <summary>The first was heard and has the outcome, the second was busy.</summary>
    private void EndWithOutcome()
    {
        _lane.Add(0, 1, 2);
        var orders = _lane.Pull();
        _lane.Report(_lane.Heard(orders[0]), _lane.Ended(orders[1], CallEnd.Rejected, 486));
        _lane.Enlist(Outcome);
        _lane.Report(_lane.Heard(Assert.Single(_lane.Pull())));
    }
}
