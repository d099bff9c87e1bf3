namespace Burgernet.Grains.Dialing;

/// <summary>Submits texts by one carrier: SMS over SMPP, mail over SMTP. The node implements it.</summary>
/// <remarks>
/// No member blocks, and all may be called from any thread. For each submitted text exactly one <see cref="MessageNews"/> is written to its channel, whatever happens. Right before
/// it is written to the socket <see cref="ClaimedAttempt.MayStart"/> is asked; on no, it is withheld. Nothing is ever written to a socket twice: what was written and not answered
/// is unknown. Where a text takes several SMS, they leave together: MayStart is asked before the first, and what became of the text is said when all are answered.
/// </remarks>
public interface IMessageGateway
{
    /// <summary>Submits a text.</summary>
    void Submit(TextMessage message);
}
