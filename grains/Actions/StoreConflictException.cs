namespace Burgernet.Grains.Actions;

/// <summary>A write breaks a rule of the database, as when something stands already that it would write anew: nothing of it was stored.</summary>
/// <remarks>Somebody else was faster: another activation of the same grain. Whoever gets it starts again from the store.</remarks>
[GenerateSerializer]
[Alias("burgernet.store-conflict")]
public sealed class StoreConflictException : OrleansException
{
    /// <summary>Without words.</summary>
    public StoreConflictException() { }

    /// <summary>With words.</summary>
    public StoreConflictException(string message)
        : base(message) { }

    /// <summary>With words and the cause.</summary>
    public StoreConflictException(string message, Exception innerException)
        : base(message, innerException) { }
}
