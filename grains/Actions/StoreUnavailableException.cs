namespace Burgernet.Grains.Actions;

/// <summary>The database cannot be reached, or did not answer: whether a write happened is not known. To callers of a grain it is one of the ways in which a cluster does not answer.</summary>
[GenerateSerializer]
[Alias("burgernet.store-unavailable")]
public sealed class StoreUnavailableException : OrleansException
{
    /// <summary>Without words.</summary>
    public StoreUnavailableException() { }

    /// <summary>With words.</summary>
    public StoreUnavailableException(string message)
        : base(message) { }

    /// <summary>With words and the cause.</summary>
    public StoreUnavailableException(string message, Exception innerException)
        : base(message, innerException) { }
}
