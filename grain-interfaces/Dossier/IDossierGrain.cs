namespace Burgernet.Dossier;

/// <summary>Reads what stands of an action beside its grain: the signed head, and its deliveries and attempts without an id of a participant. Key: the action's id. Ask the action first whether
/// it may be seen.</summary>
[Alias("burgernet.IDossier")]
public interface IDossierGrain : IGrainWithGuidKey
{
    /// <summary>The last entry of the action's own chain with its signature; null for an unknown action.</summary>
    [Alias("ReadHead")]
    Task<DossierHead?> ReadHead();

    /// <summary>The deliveries from a place on, nearest first.</summary>
    /// <param name="after">The page's <see cref="DeliveryRecordPage.Next"/>, or null for the start.</param>
    /// <param name="limit">At most so many, 1 to 1,000.</param>
    [Alias("ReadDeliveries")]
    Task<DeliveryRecordPage> ReadDeliveries(string? after, int limit);

    /// <summary>The attempts from a place on, those of one delivery together.</summary>
    /// <param name="after">The page's <see cref="AttemptPage.Next"/>, or null for the start. It holds no id of a participant.</param>
    /// <param name="limit">At most so many, 1 to 1,000.</param>
    /// <exception cref="FormatException">Not a place in this action's attempts.</exception>
    [Alias("ReadAttempts")]
    Task<AttemptPage> ReadAttempts(string? after, int limit);

    /// <summary>The deliveries as their action shows them, nearest first, with what stands for each participant.</summary>
    /// <param name="after">The page's <see cref="DeliveryViewPage.Next"/>, or null for the start.</param>
    /// <param name="limit">At most so many, 1 to 1,000.</param>
    /// <exception cref="FormatException">Not a place in this action's deliveries.</exception>
    [Alias("ReadViews")]
    Task<DeliveryViewPage> ReadViews(string? after, int limit);
}
