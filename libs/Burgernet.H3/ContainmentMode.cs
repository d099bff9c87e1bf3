namespace Burgernet.H3;

/// <summary>Which cells a region takes.</summary>
public enum ContainmentMode
{
    /// <summary>Cells whose centre lies in the region: each place in exactly one of several adjoining regions.</summary>
    Center = 0,

    /// <summary>Cells that lie wholly in the region.</summary>
    Full = 1,

    /// <summary>Cells that share any place with the region: nobody inside is missed, however small the region.</summary>
    Overlapping = 2,
}
