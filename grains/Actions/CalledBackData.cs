using Burgernet.Dialing;

namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>called-back</c>.</summary>
/// <param name="Call">Names the call; the lane's entry and <c>call-back-ended</c> name it too.</param>
/// <param name="Participant">The caller's pseudonym.</param>
/// <param name="Message">Which message was played.</param>
/// <param name="PlayedMilliseconds">How much of it.</param>
/// <param name="Confirmed">Whether that was enough for the delivery's result, or the key was pressed.</param>
/// <param name="Replaced">Where all deliveries had their results: the one that this delivery had; else null.</param>
/// <param name="Contacted">Where all deliveries had their results: true when the caller counts as contacted only from now on; else null.</param>
public sealed record CalledBackData(
    Guid Call,
    Guid Participant,
    int Message,
    int PlayedMilliseconds,
    bool Confirmed,
    DeliveryResult? Replaced = null,
    bool? Contacted = null
);
