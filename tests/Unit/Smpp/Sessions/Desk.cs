using System.Collections.Concurrent;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Session;
using Burgernet.Smpp.Text;

namespace Burgernet.Tests.Unit.Smpp.Sessions;

/// <summary>An ESME's owner that a test writes the answers for.</summary>
internal sealed class Desk : ISmppClientOwner
{
    public ConcurrentQueue<string> Texts { get; } = new();

    public ConcurrentQueue<SmppClientState> States { get; } = new();

    public ConcurrentQueue<string> Alerts { get; } = new();

    /// <summary>Whether texts are kept, which costs.</summary>
    public bool Keeps { get; set; } = true;

    public Func<IncomingMessage, ValueTask<MessageAnswer>> Answer { get; set; } = _ => new(MessageAnswer.Taken);

    public ValueTask<MessageAnswer> OnMessageAsync(IncomingMessage message)
    {
        if (Keeps)
        {
            var pdu = message.Pdu;
            Texts.Enqueue(MessageText.Decode(pdu, out _));
        }

        return Answer(message);
    }

    public void OnState(SmppClientState state, SmppFailure failure) => States.Enqueue(state);

    public void OnAlert(SmppAddress source) => Alerts.Enqueue(source.Digits);
}
