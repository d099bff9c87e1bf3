namespace Burgernet.Grains.Dialing;

/// <summary>A claimed attempt on its way through a gateway, by whatever medium: what must still hold right before it leaves.</summary>
public abstract class ClaimedAttempt
{
    /// <summary>A claim older than this right before it leaves does not leave: its dialer slept.</summary>
    public static readonly TimeSpan LongestClaimAge = TimeSpan.FromSeconds(2);

    /// <summary>The action.</summary>
    public required Guid ActionId { get; init; }

    /// <summary>The lane that claimed it.</summary>
    public required int Lane { get; init; }

    /// <summary>Whether its action is practice: it never leaves by a live carrier, nor a live one by a practice carrier.</summary>
    public required bool Practice { get; init; }

    /// <summary>The action's epoch in which it was claimed.</summary>
    public required int Epoch { get; init; }

    /// <summary>Permission of the action.</summary>
    public required ActionPermit Permit { get; init; }

    /// <summary>The lease of the carrier's limits.</summary>
    public required LinePermit Lines { get; init; }

    /// <summary>Monotonic ticks from before the claim was asked for.</summary>
    public required long AskedAt { get; init; }

    /// <summary>When it was claimed, by the lane's wall clock.</summary>
    protected abstract DateTimeOffset ClaimedAt { get; }

    /// <summary>The last look, right before it reaches the socket: lease, permission, and the age of the claim by the larger of monotonic and wall clock. From any thread.</summary>
    public bool MayStart(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        var now = time.GetTimestamp();
        return Lines.Allows(now)
            && Permit.Allows(now, Epoch)
            && time.GetElapsedTime(AskedAt, now) < LongestClaimAge
            && time.GetUtcNow() - ClaimedAt < LongestClaimAge;
    }
}
