using Burgernet.Grains.CallBacks;
using Burgernet.Grains.Participants;
using Burgernet.Sms;

namespace Burgernet.Grains.Sms;

/// <summary>Keeps what people send by text message. The node implements it.</summary>
/// <remarks>Every method may throw <see cref="Actions.StoreUnavailableException"/>; a write may then have happened, and can be repeated.</remarks>
public interface IInboundSmsStore
{
    /// <summary>Adds a message or segment, unless the same was added before; durable when it returns.</summary>
    /// <param name="message">The message.</param>
    /// <param name="same">What two deliveries of one message have in common.</param>
    /// <param name="sameSince">One from before this time is another message.</param>
    /// <param name="dueAt">When it is looked at by itself.</param>
    /// <returns>False where it was there.</returns>
    Task<bool> Add(StoredSms message, LookupHash same, DateTimeOffset sameSince, DateTimeOffset dueAt);

    /// <summary>Who sent something that waits and is due, the longest due first.</summary>
    Task<IReadOnlyList<LookupHash>> ReadDue(DateTimeOffset now, int limit);

    /// <summary>What of a sender was not dealt with, in the order in which it came.</summary>
    Task<IReadOnlyList<StoredSms>> ReadWaiting(LookupHash sender);

    /// <summary>A message, or null.</summary>
    Task<StoredSms?> Read(Guid id);

    /// <summary>What a sender sent since a time, segments left out, the newest first; at most 500.</summary>
    Task<IReadOnlyList<StoredSms>> ReadRecent(LookupHash sender, DateTimeOffset since);

    /// <summary>Stores what is to be done with a message, with its words where they were put together from segments.</summary>
    /// <param name="message">The message with its decision.</param>
    /// <param name="joined">The other segments: their words are wiped.</param>
    /// <returns>False where it was decided before: what was then is what holds.</returns>
    Task<bool> Decide(StoredSms message, IReadOnlyList<Guid> joined);

    /// <summary>Something stood in the way: it is looked at again later.</summary>
    Task Postpone(IReadOnlyList<Guid> ids, DateTimeOffset dueAt);

    /// <summary>Stores that a reply is about to be handed over.</summary>
    /// <returns>False where one was before.</returns>
    Task<bool> TakeReply(Guid id, SmsReplyKind kind, DateTimeOffset at);

    /// <summary>Stores what became of a reply.</summary>
    /// <param name="id">The message.</param>
    /// <param name="result">What became of it; null to hand it over again later.</param>
    Task EndReply(Guid id, SmsReplyResult? result);

    /// <summary>Stores what a message came to: nothing more is to be done. Its words and number are wiped but for <see cref="SmsOutcome.Unassigned"/>.</summary>
    Task Finish(Guid id, SmsOutcome outcome);

    /// <summary>A message of the inbox became a tip of an action; words and number are wiped.</summary>
    Task Assign(Guid id, Guid actionId);

    /// <summary>What fits no action: who asked for help first, and then the newest first.</summary>
    /// <param name="withoutCarriers">What came by these is left out.</param>
    /// <param name="after">The text of the last place of the page before, or null.</param>
    /// <param name="limit">The most that are answered.</param>
    /// <exception cref="FormatException"><paramref name="after"/> is no such place.</exception>
    Task<UnassignedPage> ReadUnassigned(IReadOnlyList<string> withoutCarriers, string? after, int limit);

    /// <summary>The actions that contacted whoever holds a number since a time, the last one first.</summary>
    /// <param name="phone">The look-up of the number.</param>
    /// <param name="practice">Of which kind of actions.</param>
    /// <param name="since">An earlier call or message does not count.</param>
    Task<IReadOnlyList<ConcernedAction>> FindContacted(Lookup phone, bool practice, DateTimeOffset since);

    /// <summary>Forgets messages from before a time that are done.</summary>
    /// <returns>How many.</returns>
    Task<int> Forget(DateTimeOffset before, int limit);
}
