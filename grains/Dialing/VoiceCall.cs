using System.Threading.Channels;
using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>A claimed attempt on its way through the gateway.</summary>
public sealed class VoiceCall
{
    /// <summary>A claim older than this right before the INVITE is not dialled: its dialer slept.</summary>
    public static readonly TimeSpan LongestClaimAge = TimeSpan.FromSeconds(2);

    /// <summary>The action.</summary>
    public required Guid ActionId { get; init; }

    /// <summary>The lane that claimed it.</summary>
    public required int Lane { get; init; }

    /// <summary>Whether its action is practice: it never leaves by a live trunk, nor a live one by a practice trunk.</summary>
    public required bool Practice { get; init; }

    /// <summary>What to dial.</summary>
    public required CallOrder Order { get; init; }

    /// <summary>The number to show, or null.</summary>
    public required string? CallBackNumber { get; init; }

    /// <summary>How long it may ring.</summary>
    public required TimeSpan RingLimit { get; init; }

    /// <summary>How long the line stays open for keys after the message.</summary>
    public required TimeSpan LingerAfterMessage { get; init; }

    /// <summary>The action's epoch in which it was claimed.</summary>
    public required int Epoch { get; init; }

    /// <summary>Permission of the action.</summary>
    public required ActionPermit Permit { get; init; }

    /// <summary>The lease of the lines.</summary>
    public required LinePermit Lines { get; init; }

    /// <summary>Monotonic ticks from before the claim was asked for.</summary>
    public required long AskedAt { get; init; }

    /// <summary>Where the gateway writes what becomes of it.</summary>
    public required ChannelWriter<VoiceCallNews> News { get; init; }

    /// <summary>The gateway's own name for it.</summary>
    public object? Handle { get; set; }

    /// <summary>The last look before the INVITE: lease, permission, and the age of the claim by the larger of monotonic and wall clock.</summary>
    public bool MayStart(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        var now = time.GetTimestamp();
        return Lines.Allows(now)
            && Permit.Allows(now, Epoch)
            && time.GetElapsedTime(AskedAt, now) < LongestClaimAge
            && time.GetUtcNow() - Order.ClaimedAt < LongestClaimAge;
    }
}
