using System.Text.Json.Serialization;

namespace Burgernet.Practice;

/// <summary>What the carrier itself saw of one call, independent of what the caller believes.</summary>
public sealed record PracticeCallRecord
{
    /// <summary>Names one run of one carrier, so that appended files keep runs apart.</summary>
    public required string Run { get; init; }

    /// <summary>Number of the INVITE within its run, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>The Call-ID header field.</summary>
    public required string CallId { get; init; }

    /// <summary>The number called, E.164; where it is no practice number, all after its sixth character is masked with x, for it may be somebody's.</summary>
    public required string Called { get; init; }

    /// <summary>The number shown.</summary>
    public required string Calling { get; init; }

    /// <summary>The phone behind the number; null where the carrier refused the call itself.</summary>
    public PracticePhoneBehaviour? Behaviour { get; init; }

    /// <summary>Calls that held a channel right after this one was decided on, this one included if it was admitted.</summary>
    public required int ChannelsAtStart { get; init; }

    /// <summary>The INVITE arrived.</summary>
    public required PracticeMoment Invited { get; init; }

    /// <summary>180 was sent.</summary>
    public PracticeMoment? Ringing { get; init; }

    /// <summary>200 was sent.</summary>
    public PracticeMoment? Answered { get; init; }

    /// <summary>It is over and its channel is free: final response of 3xx to 6xx, or BYE sent or received.</summary>
    public PracticeMoment? Ended { get; init; }

    /// <summary>Who ended it.</summary>
    public PracticeCallEnder? EndedBy { get; init; }

    /// <summary>Status of the final response to the INVITE; 0 before it.</summary>
    public int FinalStatus { get; init; }

    /// <summary>RTP packets received from the caller.</summary>
    public long RtpPackets { get; init; }

    /// <summary>RTP payload bytes received from the caller: 8,000 a second for G.711.</summary>
    public long RtpBytes { get; init; }

    /// <summary>Keys pressed towards the caller, in order.</summary>
    public string Keys { get; init; } = "";

    /// <summary>Why the carrier, not the phone, refused it or took it down; null where it did not.</summary>
    public PracticeRefusal? Refusal { get; init; }

    /// <summary>How long audio of the caller was received, by its bytes.</summary>
    [JsonIgnore]
    public TimeSpan Heard => TimeSpan.FromSeconds(RtpBytes / 8_000.0);
}
