using System.Threading.Channels;
using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Participants;

namespace Burgernet.Grains.Dialing;

/// <summary>A claimed attempt on its way through the gateway as a text: an SMS or a mail.</summary>
public sealed class TextMessage : ClaimedAttempt
{
    /// <summary>By what it goes: never <see cref="Medium.Voice"/>.</summary>
    public required Medium Medium { get; init; }

    /// <summary>To whom: its number is the E.164 number of an SMS, or the address of a mail. Never logged.</summary>
    public required CallOrder Order { get; init; }

    /// <summary>What the message is for.</summary>
    public required MessageKind Kind { get; init; }

    /// <summary>What it says, in the language of the order or the one that takes its place.</summary>
    public required string Text { get; init; }

    /// <summary>Of a mail, one line; empty for an SMS.</summary>
    public required string Subject { get; init; }

    /// <summary>In which language the text is; null where that is not known.</summary>
    public Language? TextLanguage { get; init; }

    /// <summary>SMS that the text takes; 1 for a mail. What was counted against the carrier's limit.</summary>
    public required int Segments { get; init; }

    /// <summary>Who it is from: letters (at most 11) or a number for an SMS, the name beside the address for a mail.</summary>
    public required string Sender { get; init; }

    /// <summary>After this it is not to be delivered any more (the validity period of an SMS); null for the carrier's own limit.</summary>
    public required DateTimeOffset? Deadline { get; init; }

    /// <summary>Where the gateway writes what becomes of it.</summary>
    public required ChannelWriter<MessageNews> News { get; init; }

    /// <inheritdoc/>
    protected override DateTimeOffset ClaimedAt => Order.ClaimedAt;

    /// <inheritdoc/>
    public override string ToString() => $"{Medium} {Order}";
}
