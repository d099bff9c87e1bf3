using Burgernet.Actions;

namespace Burgernet.Sms;

/// <summary>Text messages that fit no action, for the control rooms to read. Key: 0.</summary>
/// <remarks>A control room sees what came by the carriers that serve it. That the database does not answer is an exception.</remarks>
[Alias("burgernet.ISmsInbox")]
public interface ISmsInboxGrain : IGrainWithIntegerKey
{
    /// <summary>A page of them: who asked for help first, and then the newest first.</summary>
    /// <param name="controlRoom">Who reads.</param>
    /// <param name="after">The page's <see cref="SmsInboxPage.Next"/>, or null for the start.</param>
    /// <param name="limit">At most so many, 1 to 200.</param>
    [Alias("Read")]
    Task<SmsInboxPage> Read(string controlRoom, string? after, int limit);

    /// <summary>Makes one a tip of an action.</summary>
    /// <param name="actor">Who decides that.</param>
    /// <param name="message">The message.</param>
    /// <param name="actionId">An action of their control room.</param>
    [Alias("Assign")]
    Task<AssignReply> Assign(Actor actor, Guid message, Guid actionId);
}
