using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Participants;

namespace Burgernet.Grains.Dialing;

/// <summary>One delivery in the memory of its lane: one message to one participant by one medium.</summary>
internal sealed class Delivery(Guid participantId, int message, Language language, int band, Medium medium = Medium.Voice)
{
    public Guid ParticipantId { get; } = participantId;

    /// <summary>Which message of the action, from 1.</summary>
    public int Message { get; } = message;

    /// <summary>By what it goes.</summary>
    public Medium Medium { get; } = medium;

    /// <summary>Whether it is a text, which leaves once and is never sent again once it may have arrived.</summary>
    public bool IsText => Medium != Medium.Voice;

    /// <summary>Whose it is; from when it was taken in.</summary>
    public LanePerson Person { get; set; } = null!;

    public Language Language { get; } = language;

    public int Band { get; } = band;

    /// <summary>The same person's delivery of the message before this one by the same medium, or null.</summary>
    public Delivery? Earlier { get; set; }

    /// <summary>The same person's delivery of the message after this one by the same medium, or null.</summary>
    public Delivery? Later { get; set; }

    /// <summary>Whether it was made when its person was selected, or comes later: then it is looked whether they may be reached now.</summary>
    public bool ComesLater { get; set; }

    /// <summary>Whether its message is the call, or a correction in its place.</summary>
    public bool IsCall { get; set; } = true;

    public DeliveryState State { get; set; }

    /// <summary>Attempts claimed so far; the number of the current one.</summary>
    public int Attempts { get; set; }

    /// <summary>Attempts that the carrier turned away for lack of room.</summary>
    public int TurnedAway { get; set; }

    /// <summary>Attempts that were tries, by <see cref="RetryPolicy.IsTry"/>.</summary>
    public int Tries { get; set; }

    /// <summary>Whether it was deferred after a try, or has been.</summary>
    public bool Retried { get; set; }

    /// <summary>How the last try ended, or None: its result where there is no other.</summary>
    public DeliveryResult LastTry { get; set; }

    /// <summary>Whether an INVITE left, or may have, for this person; from then on they hold back no band.</summary>
    public bool Dialled { get; set; }

    /// <summary>The same before the current claim: what holds again where its INVITE did not leave.</summary>
    public bool DialledBefore { get; set; }

    /// <summary>The limited prefix that its number is known to fall under; empty where it is not known, or there is none.</summary>
    public string Prefix { get; set; } = "";

    public bool Contacted { get; set; }

    public bool Redialled { get; set; }

    public DeliveryResult Result { get; set; }

    /// <summary>The call by which its participant got the message by themselves; empty for none.</summary>
    public Guid CallBack { get; set; }

    /// <summary>What that call changed.</summary>
    public (DeliveryResult? Replaced, bool Contacted) CallBackChange { get; set; }

    /// <summary>Name of the current claim.</summary>
    public Guid Nonce { get; set; }

    /// <summary>The carrier of the current claim.</summary>
    public string Carrier { get; set; } = "";

    /// <summary>The dialer of the current claim.</summary>
    public string Incarnation { get; set; } = "";

    public DateTimeOffset ClaimedAt { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>For an orphan: when its call cannot ring any more. For a deferred one: when it may be tried again.</summary>
    public DateTimeOffset NotBefore { get; set; }

    /// <summary>Whether nothing more is to come before it: the person's earlier deliveries by the same medium have their results.</summary>
    public bool IsNext
    {
        get
        {
            for (var before = Earlier; before is not null; before = before.Earlier)
            {
                if (before.State != DeliveryState.Done)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
