using Burgernet.Actions;

namespace Burgernet.Sms;

/// <summary>Whoever sends text messages from one number: what they send is dealt with in order, one at a time. Key: the number's keyed hash, 32 hexadecimal digits.</summary>
[Alias("burgernet.ISmsSender")]
public interface ISmsSenderGrain : IGrainWithStringKey
{
    /// <summary>Deals with what is stored of them and waits. May be asked as often as one likes, also after a crash in the middle of it.</summary>
    [Alias("Handle")]
    Task Handle();

    /// <summary>Makes a message that fits no action a tip of one.</summary>
    /// <param name="actor">Who decides that: a dispatcher of the action's control room, who may see the message.</param>
    /// <param name="message">The message.</param>
    /// <param name="actionId">The action.</param>
    [Alias("Assign")]
    Task<AssignReply> Assign(Actor actor, Guid message, Guid actionId);
}
