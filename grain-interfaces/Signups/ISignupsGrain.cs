using Burgernet.Mail;
using Burgernet.Participants;

namespace Burgernet.Signups;

/// <summary>Sign-ups by people themselves, and what they do with the links and codes that they are sent. Key: 0.</summary>
/// <remarks>What it answers says nothing of who takes part. Every method may be repeated; that the database does not answer is an exception.</remarks>
[Alias("burgernet.ISignups")]
public interface ISignupsGrain : IGrainWithIntegerKey
{
    /// <summary>Signs somebody up, pending until they answer what they are sent.</summary>
    /// <param name="participantId">The id that they get.</param>
    /// <param name="operationId">Names the sign-up, so that it can be asked again.</param>
    /// <param name="registration">The sign-up; it says how they are asked to confirm.</param>
    /// <returns>Every reason against it; none also where one of the phones is somebody else's: whoever holds it hears of it, not whoever asked.</returns>
    [Alias("SignUp")]
    Task<IReadOnlyList<ParticipantRefusal>> SignUp(Guid participantId, Guid operationId, Registration registration);

    /// <summary>Confirms by the token of a mail.</summary>
    [Alias("Confirm")]
    Task<TokenOutcome> Confirm(PersonalText token);

    /// <summary>Confirms by the code of a text message.</summary>
    /// <param name="phone">The number that it was sent to, as typed.</param>
    /// <param name="code">Six digits.</param>
    [Alias("ConfirmByCode")]
    Task<TokenOutcome> ConfirmByCode(PersonalText phone, PersonalText code);

    /// <summary>Leaves by the token of a mail. A sign-up that was never confirmed is erased.</summary>
    [Alias("Leave")]
    Task<TokenOutcome> Leave(PersonalText token);

    /// <summary>Unsubscribes from a list by the token of a mail; whoever gets no mail of it already is done.</summary>
    [Alias("Unsubscribe")]
    Task<TokenOutcome> Unsubscribe(MailList list, PersonalText token);
}
