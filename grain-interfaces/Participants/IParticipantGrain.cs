using Burgernet.Mail;
using Orleans.Concurrency;

namespace Burgernet.Participants;

/// <summary>One participant's changes, in order. Key: the participant's id.</summary>
/// <remarks>
/// A change is durable when its reply comes, and the cells know of it soon after, whatever dies meanwhile. Each can be repeated with the same
/// operation until a reply comes. What is refused comes back as a value; that the database does not answer is an exception, and the change may
/// or may not have happened.
/// </remarks>
[Alias("burgernet.IParticipant")]
public interface IParticipantGrain : IGrainWithGuidKey
{
    /// <summary>Signs somebody up: pending, or active where it is confirmed already.</summary>
    [Alias("Register")]
    Task<ParticipantReply> Register(ParticipantOperation operation, Registration registration);

    /// <summary>Makes a pending participant active. That the token or code is right was looked at before.</summary>
    [Alias("Confirm")]
    Task<ParticipantReply> Confirm(ParticipantOperation operation, ConfirmationMethod method);

    /// <summary>Replaces what somebody told of themselves.</summary>
    /// <param name="operation">Names the change.</param>
    /// <param name="profile">The whole of it.</param>
    /// <param name="ifVersion">The version that the caller saw, or null for any.</param>
    [Alias("Change")]
    Task<ParticipantReply> Change(ParticipantOperation operation, ParticipantProfile profile, long? ifVersion);

    /// <summary>Is not called until resumed.</summary>
    [Alias("Suspend")]
    Task<ParticipantReply> Suspend(ParticipantOperation operation);

    /// <summary>Takes part again.</summary>
    [Alias("Resume")]
    Task<ParticipantReply> Resume(ParticipantOperation operation);

    /// <summary>Leaves for good. The phone is free for another registration; the data stands until it is erased.</summary>
    [Alias("Leave")]
    Task<ParticipantReply> Leave(ParticipantOperation operation);

    /// <summary>Gets no mail of a list any more. Whoever could be reached by mail only, and wants none, leaves.</summary>
    [Alias("Unsubscribe")]
    Task<ParticipantReply> Unsubscribe(ParticipantOperation operation, MailList list);

    /// <summary>Destroys everything personal: key, sealed data, look-ups, locations. What stays is that there was a participant with this id, and when.</summary>
    [Alias("Erase")]
    Task<ParticipantReply> Erase(ParticipantOperation operation);

    /// <summary>Erases a sign-up that was never confirmed; refused once it was.</summary>
    [Alias("Forget")]
    Task<ParticipantReply> Forget(ParticipantOperation operation);

    /// <summary>The participant with all data, or null where there is none.</summary>
    [ReadOnly]
    [Alias("Get")]
    Task<Participant?> Get();
}
