namespace Burgernet.Participants;

/// <summary>In what way somebody saw personal data of the register.</summary>
[GenerateSerializer]
[Alias("burgernet.register-act")]
public enum RegisterAct
{
    /// <summary>Searched, and saw who was found.</summary>
    Searched = 0,

    /// <summary>Read all of one participant.</summary>
    Read = 1,

    /// <summary>Took out names and e-mail addresses for a newsletter.</summary>
    TookNewsletter = 2,

    /// <summary>Took out pseudonymous data for research.</summary>
    TookResearch = 3,
}
