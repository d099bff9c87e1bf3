using Burgernet.Actions;
using Burgernet.Grains.Participants;

namespace Burgernet.Grains.Dialing;

/// <summary>Under which limited prefix the numbers of open claims fall.</summary>
internal sealed class ClaimedPrefix(PersonalSeal seal, MediumAddress addresses)
{
    /// <summary>Of a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="medium">Its carrier's medium.</param>
    /// <param name="limits">The limited prefixes.</param>
    /// <returns>The prefix; empty for none of them; null where nobody knows, and it may be any.</returns>
    public string? Of(OpenClaim claim, Medium medium, PrefixRoom limits)
    {
        if (claim.Sealed is null)
        {
            return null;
        }

        try
        {
            return addresses.Of(seal.Open(claim.ParticipantId, claim.Sealed), medium) is { } number ? limits.PrefixOf(number) ?? "" : null;
        }
        catch (SealException)
        {
            // The lane says so, with its reason.
            return null;
        }
    }
}
