using Burgernet.Actions;
using Burgernet.Nodes;

namespace Burgernet.Grains.Nodes;

/// <summary>The node that this code runs on. The node implements it.</summary>
public interface INodeControl
{
    /// <summary>How it stands.</summary>
    NodeReport Report();

    /// <summary>Begins to drain, unless it does or has; where it stops by itself afterwards, that stays so until it is taken back.</summary>
    /// <param name="exit">Whether it stops when it is drained.</param>
    /// <param name="actor">Who orders it.</param>
    void BeginDrain(bool exit, Actor actor);

    /// <summary>Takes calls again, unless it stops.</summary>
    /// <param name="actor">Who orders it.</param>
    Task Undrain(Actor actor);
}
