using Burgernet.CallBacks;
using Burgernet.Grains.Dialing;

namespace Burgernet.Grains.CallBacks;

/// <summary>What a call-back means. Pure.</summary>
internal static class CallBackPolicy
{
    /// <summary>Whether the caller has the message: heard as much of it as anybody must, or confirmed it by the key, as in a call of ours.</summary>
    public static bool HasMessage(CallBackHeard heard) =>
        heard.PressedKey || heard.PlayedMilliseconds >= heard.MessageMilliseconds * DeliveryResultPolicy.HeardShare;
}
