namespace Burgernet.Grains.Participants;

/// <summary>By what a participant can be looked up. Values are stored, and part of what is hashed; never renumber.</summary>
public enum LookupKind
{
    /// <summary>An E.164 number.</summary>
    Phone = 1,

    /// <summary>An e-mail address.</summary>
    Email = 2,

    /// <summary>A postcode with a house number, without its addition.</summary>
    Address = 3,
}
