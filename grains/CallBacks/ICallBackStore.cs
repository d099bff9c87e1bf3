using Burgernet.Grains.Participants;

namespace Burgernet.Grains.CallBacks;

/// <summary>From a number to what concerned whoever has it last. The node implements it.</summary>
/// <remarks>Every method may throw <see cref="Actions.StoreUnavailableException"/>.</remarks>
public interface ICallBackStore
{
    /// <summary>The deliveries of the participant who holds a number, one an action that is not archived: first the one that was tried last, or, never tried, selected last.</summary>
    /// <param name="phone">The look-up of the number.</param>
    /// <param name="practice">Of which kind of actions.</param>
    Task<IReadOnlyList<ConcernedAction>> Find(Lookup phone, bool practice);
}
