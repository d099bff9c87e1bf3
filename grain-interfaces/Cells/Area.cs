namespace Burgernet.Cells;

/// <summary>The area of an action: where the people are who are called. Immutable.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.area")]
public abstract record Area
{
    /// <summary>Whether a point lies in the area; allocates nothing.</summary>
    public abstract bool Contains(GeoPoint point);
}
