using Burgernet.Participants;

namespace Burgernet.Api.Practice;

/// <summary>The phones of practice participants, as far as they send text messages. The node implements it.</summary>
public interface IPracticePhones
{
    /// <summary>Sends a text message as one of them: it goes the way of what an SMS centre hands over, and is durable when this returns.</summary>
    /// <param name="controlRoom">Whose training it is: the message comes by a practice carrier that serves it.</param>
    /// <param name="from">The phone's number, as it was typed.</param>
    /// <param name="to">The number that it is sent to; null for the carrier's own.</param>
    /// <param name="text">What it says.</param>
    /// <param name="cancellationToken">Nobody waits for the answer any more.</param>
    Task<PracticeSmsOutcome> Send(
        string controlRoom,
        PersonalText from,
        string? to,
        PersonalText text,
        CancellationToken cancellationToken
    );
}
