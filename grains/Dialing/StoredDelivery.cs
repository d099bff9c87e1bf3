using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Participants;

namespace Burgernet.Grains.Dialing;

/// <summary>A delivery as the store has it, with its last attempt.</summary>
public sealed record StoredDelivery
{
    /// <summary>To whom.</summary>
    public required Guid ParticipantId { get; init; }

    /// <summary>Which message of the action, from 1.</summary>
    public required int Message { get; init; }

    /// <summary>By what it goes.</summary>
    public Medium Medium { get; init; }

    /// <summary>By what the participant may be reached at the place where they were found.</summary>
    public ContactChannels Chosen { get; init; } = ContactChannels.Voice;

    /// <summary>In which language.</summary>
    public required Language Language { get; init; }

    /// <summary>The distance band.</summary>
    public required int Band { get; init; }

    /// <summary>The result, or <see cref="DeliveryResult.None"/>.</summary>
    public required DeliveryResult Result { get; init; }

    /// <summary>Whether the person was contacted.</summary>
    public required bool Contacted { get; init; }

    /// <summary>How many attempts were claimed; the rest describes the last one.</summary>
    public required int Attempts { get; init; }

    /// <summary>The claim's name.</summary>
    public Guid Nonce { get; init; }

    /// <summary>The dialer that claimed it.</summary>
    public string Incarnation { get; init; } = "";

    /// <summary>Over which carrier.</summary>
    public string Carrier { get; init; } = "";

    /// <summary>When it was claimed.</summary>
    public DateTimeOffset ClaimedAt { get; init; }

    /// <summary>When it was answered, or null.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Whether its end is stored.</summary>
    public bool Ended { get; init; }

    /// <summary>When it ended, or null.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How it ended.</summary>
    public CallEnd End { get; init; }

    /// <summary>The SIP status code behind its end, or 0.</summary>
    public int SipStatus { get; init; }

    /// <summary>How many of the attempts were tries, by <see cref="RetryPolicy.IsTry"/>.</summary>
    public int Tries { get; init; }
}
