using Burgernet.CallBacks;

namespace Burgernet.Grains.CallBacks;

/// <summary>What a caller hears.</summary>
public abstract record CallerSound
{
    private CallerSound() { }

    /// <summary>An action's message.</summary>
    /// <param name="ActionId">The action.</param>
    /// <param name="Said">The message.</param>
    public sealed record Message(Guid ActionId, CallBackMessage Said) : CallerSound;

    /// <summary>The sentence for those who have no message.</summary>
    public sealed record General : CallerSound;

    /// <summary>The ringing tone, again and again.</summary>
    public sealed record Ringing : CallerSound;

    /// <summary>The busy tone, again and again.</summary>
    public sealed record Busy : CallerSound;
}
