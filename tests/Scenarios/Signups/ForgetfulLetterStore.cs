using Burgernet.Grains.Actions;
using Burgernet.Grains.Mail;
using Burgernet.Grains.Signups;

namespace Burgernet.Tests.Scenarios.Signups;

/// <summary>An outbox that loses the first note that a letter was sent, as a node does that dies right after the relay's acknowledgement.</summary>
internal sealed class ForgetfulLetterStore(ILetterStore inner) : ILetterStore
{
    private bool _lost;

    public Task<IReadOnlyList<StoredLetter>> ReadDue(DateTimeOffset now, int limit) => inner.ReadDue(now, limit);

    public Task<bool> Take(StoredLetter letter, DateTimeOffset dueAgain, IReadOnlyList<StoredToken> tokens) =>
        inner.Take(letter, dueAgain, tokens);

    public Task MarkSent(Guid letterId, DateTimeOffset at)
    {
        if (_lost)
        {
            return inner.MarkSent(letterId, at);
        }

        _lost = true;
        throw new StoreUnavailableException("Lost");
    }

    public Task GiveUp(Guid letterId) => inner.GiveUp(letterId);

    public Task Add(Guid participantId, LetterKind kind, DateTimeOffset now, DateTimeOffset unlessSince) =>
        inner.Add(participantId, kind, now, unlessSince);

    public Task<DateTimeOffset?> AskedSince(Guid participantId) => inner.AskedSince(participantId);

    public Task<IReadOnlyList<StoredLetter>> ReadUnanswered(DateTimeOffset before, int limit) => inner.ReadUnanswered(before, limit);

    public Task<int> Forget(DateTimeOffset before, int limit) => inner.Forget(before, limit);
}
