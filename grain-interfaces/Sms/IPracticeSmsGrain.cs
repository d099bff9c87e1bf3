namespace Burgernet.Sms;

/// <summary>What practice phones got by SMS, over all nodes. Key: 0; many at once. Holds nothing: it asks each node that lives for what its own practice SMS centre kept.</summary>
[Alias("burgernet.IPracticeSms")]
public interface IPracticeSmsGrain : IGrainWithIntegerKey
{
    /// <summary>The last ones, the newest first; null where no node has a practice SMS centre in its process. What a node that does not answer kept is left out.</summary>
    /// <param name="limit">At most so many.</param>
    [Alias("Read")]
    Task<KeptSms[]?> Read(int limit);
}
