namespace Burgernet.Participants;

/// <summary>Why somebody's data may be kept: the letters of GDPR article 6, paragraph 1. Values are stored; never renumber.</summary>
[GenerateSerializer]
[Alias("burgernet.legal-basis")]
public enum LegalBasis
{
    /// <summary>(a) They agreed; the register then keeps when, and to which text.</summary>
    Consent = 0,

    /// <summary>(b) A contract, for instance of employment.</summary>
    Contract = 1,

    /// <summary>(c) A legal obligation.</summary>
    LegalObligation = 2,

    /// <summary>(d) Vital interests.</summary>
    VitalInterests = 3,

    /// <summary>(e) A public task, for instance municipal numbers that are enrolled by decision.</summary>
    PublicTask = 4,

    /// <summary>(f) Legitimate interests.</summary>
    LegitimateInterests = 5,
}
