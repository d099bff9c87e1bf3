namespace Burgernet.Participants;

/// <summary>In what role somebody changes the register. Values are stored; never renumber.</summary>
[GenerateSerializer]
[Alias("burgernet.change-role")]
public enum ChangeRole
{
    /// <summary>The node itself, for instance its demonstration.</summary>
    Node = 0,

    /// <summary>The participant.</summary>
    Participant = 1,

    /// <summary>A relationship manager.</summary>
    Manager = 2,

    /// <summary>A bulk import.</summary>
    Import = 3,
}
