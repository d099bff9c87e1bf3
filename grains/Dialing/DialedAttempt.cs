using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>An attempt that a dialer gave out, with what is known of it and what its lane has stored of that.</summary>
/// <param name="attempt">The attempt.</param>
/// <param name="order">Its order.</param>
/// <param name="messageMilliseconds">How long the message takes to play; 0 for a text.</param>
internal abstract class DialedAttempt(ClaimedAttempt attempt, CallOrder order, int messageMilliseconds)
{
    private bool _answerTold;

    /// <summary>Names its claim.</summary>
    public Guid Nonce => order.Nonce;

    public int Epoch => attempt.Epoch;

    public bool Answered => Report.AnsweredAt is not null;

    public bool Ended => Report.EndedAt is not null;

    /// <summary>How it ended.</summary>
    public CallEnd End => Report.End;

    /// <summary>What it takes of the carrier's limits.</summary>
    public virtual int Weight => 1;

    /// <summary>The limited prefix that it counts for, or null.</summary>
    public string? Prefix { get; init; }

    /// <summary>Set when we cancel it ourselves: what the cancellation means.</summary>
    public CallEnd CancelMeaning { get; set; } = CallEnd.None;

    /// <summary>Whether there is news that its lane must store soon.</summary>
    public bool Dirty { get; protected set; }

    /// <summary>Whether somebody answered and its lane does not know.</summary>
    public bool AnswerUntold => Dirty && Answered && !_answerTold;

    /// <summary>What is known of it.</summary>
    protected CallReport Report { get; set; } =
        new()
        {
            ParticipantId = order.ParticipantId,
            Message = order.Message,
            Medium = order.Medium,
            Attempt = order.Attempt,
            Nonce = order.Nonce,
            MessageMilliseconds = messageMilliseconds,
        };

    /// <summary>The report to store now.</summary>
    public CallReport TakeReport()
    {
        Dirty = false;
        _answerTold = Answered;
        return Report;
    }

    /// <summary>The report was not stored: it must be offered again.</summary>
    public void NotStored() => (Dirty, _answerTold) = (true, false);
}
