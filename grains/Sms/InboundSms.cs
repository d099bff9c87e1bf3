using Burgernet.Participants;

namespace Burgernet.Grains.Sms;

/// <summary>A text message that somebody sent us (mobile-originated), or a segment of one.</summary>
public sealed record InboundSms
{
    /// <summary>The carrier by which it came, as it is named in the configuration.</summary>
    public required string Carrier { get; init; }

    /// <summary>Whether that carrier is for practice: it then only ever concerns practice actions.</summary>
    public required bool Practice { get; init; }

    /// <summary>Who sent it, as the network wrote it: E.164 digits with or without the plus sign, a short code, or letters. Never logged.</summary>
    public required PersonalText From { get; init; }

    /// <summary>The number or short code that it was sent to, as the network wrote it; empty where it did not say.</summary>
    public required string To { get; init; }

    /// <summary>The text: decoded, without the user data header. An unpaired surrogate at the edge of a segment stays as it is.</summary>
    public required PersonalText Text { get; init; }

    /// <summary>When it came to us.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>
    /// The SMS centre's own name for the message, where it gives one (in SMPP 3.4 only some do, as receipted_message_id or a TLV of their own): the
    /// same name by the same carrier is the same message. Null where it has none: the same words from and to the same numbers within
    /// <see cref="InboundSmsOptions.RepeatWindow"/> are then taken to be the same message, offered again because our answer was lost.
    /// </summary>
    public string? CarrierId { get; init; }

    /// <summary>Which segment it is; null where it is the whole message, or was put together before it was offered.</summary>
    /// <remarks>
    /// Segments are best offered one by one: each is stored before it is acknowledged, so no part of a long message stands in memory only,
    /// and the text is put together once all are there.
    /// </remarks>
    public InboundSmsPart? Part { get; init; }
}
