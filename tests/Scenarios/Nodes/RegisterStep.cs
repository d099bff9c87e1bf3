namespace Burgernet.Tests.Scenarios.Nodes;

/// <summary>Where a change of the register can be cut off.</summary>
public enum RegisterStep
{
    /// <summary>Nothing is stored.</summary>
    BeforeWrite,

    /// <summary>It is stored, and whoever asked does not hear so.</summary>
    AfterWrite,

    /// <summary>A cell cannot look at the register.</summary>
    Cell,

    /// <summary>A region cannot count.</summary>
    Region,

    /// <summary>Everyone knows; that they do is not noted.</summary>
    BeforeMark,

    /// <summary>It is noted, and whoever noted it does not hear so.</summary>
    AfterMark,
}
