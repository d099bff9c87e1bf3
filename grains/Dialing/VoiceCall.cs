using System.Threading.Channels;
using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>A claimed attempt on its way through the gateway as a spoken call.</summary>
public sealed class VoiceCall : ClaimedAttempt
{
    /// <summary>What to dial.</summary>
    public required CallOrder Order { get; init; }

    /// <summary>The number to show, or null.</summary>
    public required string? CallBackNumber { get; init; }

    /// <summary>How long it may ring.</summary>
    public required TimeSpan RingLimit { get; init; }

    /// <summary>How long the line stays open for keys after the message.</summary>
    public required TimeSpan LingerAfterMessage { get; init; }

    /// <summary>Where the gateway writes what becomes of it.</summary>
    public required ChannelWriter<VoiceCallNews> News { get; init; }

    /// <summary>The gateway's own name for it.</summary>
    public object? Handle { get; set; }

    /// <inheritdoc/>
    protected override DateTimeOffset ClaimedAt => Order.ClaimedAt;
}
