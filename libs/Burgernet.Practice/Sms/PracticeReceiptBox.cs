using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Session;

namespace Burgernet.Practice;

/// <summary>Brings receipts to ESMEs: by the session that sent the message, or another of the same system id, or one that binds later; until they are taken or refused for good.</summary>
/// <param name="agenda">For what is tried again.</param>
/// <param name="again">When.</param>
/// <param name="mostHeld">Most that wait for an ESME to bind, each.</param>
internal sealed class PracticeReceiptBox(PracticeAgenda agenda, TimeSpan again, int mostHeld)
{
    private readonly Lock _lock = new();
    private readonly List<SmppServerSession> _listeners = [];
    private readonly Dictionary<string, Queue<PracticeReceipt>> _held = new(StringComparer.Ordinal);

    /// <summary>A session that receives is there: it gets what was held for its system id.</summary>
    public void Open(SmppServerSession session)
    {
        PracticeReceipt[] held;
        lock (_lock)
        {
            _listeners.Add(session);
            held = _held.Remove(NameOf(session), out var queue) ? [.. queue] : [];
        }

        foreach (var receipt in held)
        {
            Send(receipt, session);
        }
    }

    /// <summary>A session is gone.</summary>
    public void Close(SmppServerSession session)
    {
        lock (_lock)
        {
            _ = _listeners.Remove(session);
        }
    }

    /// <summary>Sends a receipt.</summary>
    /// <param name="receipt">It.</param>
    /// <param name="preferred">The session to use as long as it lives.</param>
    public void Send(PracticeReceipt receipt, SmppServerSession preferred)
    {
        PracticeReceipt? dropped = null;
        SmppServerSession? session;
        lock (_lock)
        {
            session = preferred.IsBound && _listeners.Contains(preferred) ? preferred : Find(receipt.Esme);
            if (session is null)
            {
                if (!_held.TryGetValue(receipt.Esme, out var queue))
                {
                    _held[receipt.Esme] = queue = new Queue<PracticeReceipt>();
                }

                queue.Enqueue(receipt);
                dropped = queue.Count > mostHeld ? queue.Dequeue() : null;
            }
        }

        dropped?.Told(false);
        if (session is not null)
        {
            _ = DeliverAsync(receipt, session);
        }
    }

    /// <summary>A session that receives, of a system id or of any; null where there is none.</summary>
    public SmppServerSession? Listener(string? esme)
    {
        lock (_lock)
        {
            return (esme is null ? null : Find(esme)) ?? _listeners.Find(static session => session.IsBound);
        }
    }

    private static string NameOf(SmppServerSession session) => session.Bind!.Credentials.SystemId;

    private SmppServerSession? Find(string esme) => _listeners.Find(session => session.IsBound && NameOf(session) == esme);

    private async Task DeliverAsync(PracticeReceipt receipt, SmppServerSession session)
    {
        var result = await session.DeliverAsync(receipt.Message);
        if (result.Outcome == SubmitOutcome.Accepted)
        {
            receipt.Told(true);
        }
        else if (result.Outcome == SubmitOutcome.Refused && !result.Status.IsTemporary())
        {
            receipt.Told(false);
        }
        else
        {
            // Unanswered ones too: an SMSC would rather tell twice than not at all.
            agenda.Add(again, () => Send(receipt, session));
        }
    }
}
