using Burgernet.Grains.Actions;

namespace Burgernet.Silo.Storage;

/// <summary>The clock of a database that several nodes share.</summary>
internal interface IDatabaseClock
{
    /// <summary>Asks it several times; the answer that came soonest is the most exact.</summary>
    /// <exception cref="StoreUnavailableException">It did not answer.</exception>
    Task<ClockReading> Read();
}
