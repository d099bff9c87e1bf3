namespace Burgernet.Grains.Coverage;

/// <summary>Counts the register. The node implements it.</summary>
/// <remarks>Every method may throw <see cref="Actions.StoreUnavailableException"/>, and may take some seconds: it looks at everybody.</remarks>
public interface ICoverageStore
{
    /// <summary>Active participants by municipality; somebody with locations in two is counted in both.</summary>
    Task<IReadOnlyList<MunicipalityCount>> CountByMunicipality();

    /// <summary>Who signed up, and who left, by municipality and month.</summary>
    /// <param name="since">The first day of the first month.</param>
    Task<IReadOnlyList<MonthlyCount>> CountByMonth(DateOnly since);

    /// <summary>Active participants by cell, ordered by cell; somebody with two locations in one is counted once.</summary>
    Task<IReadOnlyList<CellCount>> CountByCell();
}
