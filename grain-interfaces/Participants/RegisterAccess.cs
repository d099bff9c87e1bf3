namespace Burgernet.Participants;

/// <summary>Who sees personal data, and in what way; kept, without any of the data itself.</summary>
/// <param name="ControlRoom">In whose name.</param>
/// <param name="By">Who acts there.</param>
/// <param name="Act">In what way.</param>
/// <param name="About">By which fields it was searched, or for which study it was taken: names only, never what stands in them.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.register-access")]
public sealed record RegisterAccess(
    [property: Id(0)] string ControlRoom,
    [property: Id(1)] string By,
    [property: Id(2)] RegisterAct Act,
    [property: Id(3)] string About
);
