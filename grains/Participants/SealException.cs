namespace Burgernet.Grains.Participants;

/// <summary>Sealed data cannot be opened: its master key is not configured, or it is not what was sealed. Says nothing of what is in it.</summary>
[GenerateSerializer]
[Alias("burgernet.seal-exception")]
public sealed class SealException : Exception
{
    /// <summary>Without words.</summary>
    public SealException() { }

    /// <summary>With words.</summary>
    public SealException(string message)
        : base(message) { }

    /// <summary>With words and the cause.</summary>
    public SealException(string message, Exception innerException)
        : base(message, innerException) { }
}
