using Burgernet.Grains.Signups;

namespace Burgernet.Grains.Mail;

/// <summary>The outbox: letters, stored with the change that is the reason for them (<see cref="Participants.ParticipantWrite"/>). The node implements it.</summary>
/// <remarks>
/// A participant has one letter of a kind at most. With a participant's status go the letters and tokens that ask to confirm, once it is no longer
/// pending, and all of them with an erasure: the store of participants sees to that, in the transaction of the change.
/// Every method may throw <see cref="Actions.StoreUnavailableException"/>; a write may then have happened.
/// </remarks>
public interface ILetterStore
{
    /// <summary>Letters that are due, the longest due first.</summary>
    Task<IReadOnlyList<StoredLetter>> ReadDue(DateTimeOffset now, int limit);

    /// <summary>Takes a letter before it is sent, in one transaction with the tokens that will stand in it.</summary>
    /// <param name="letter">As it was read.</param>
    /// <param name="dueAgain">When it is due again, unless it is marked.</param>
    /// <param name="tokens">What stands in it.</param>
    /// <returns>False where another node took it, or it is gone.</returns>
    Task<bool> Take(StoredLetter letter, DateTimeOffset dueAgain, IReadOnlyList<StoredToken> tokens);

    /// <summary>Whoever carries it on has acknowledged it.</summary>
    Task MarkSent(Guid letterId, DateTimeOffset at);

    /// <summary>It is never due again.</summary>
    Task GiveUp(Guid letterId);

    /// <summary>Adds a letter without a change, unless there is a younger one of its kind.</summary>
    /// <param name="participantId">To whom.</param>
    /// <param name="kind">What it says.</param>
    /// <param name="now">The time.</param>
    /// <param name="unlessSince">Not where there was one since then.</param>
    Task Add(Guid participantId, LetterKind kind, DateTimeOffset now, DateTimeOffset unlessSince);

    /// <summary>Since when somebody is asked to confirm, or null.</summary>
    Task<DateTimeOffset?> AskedSince(Guid participantId);

    /// <summary>Letters that ask to confirm from before a time: nobody did.</summary>
    Task<IReadOnlyList<StoredLetter>> ReadUnanswered(DateTimeOffset before, int limit);

    /// <summary>Forgets letters from before a time, but for those that ask to confirm.</summary>
    /// <returns>How many.</returns>
    Task<int> Forget(DateTimeOffset before, int limit);
}
