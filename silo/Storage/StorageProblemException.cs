namespace Burgernet.Silo.Storage;

/// <summary>The node cannot begin to use its database.</summary>
/// <param name="problem">Why.</param>
/// <param name="subject">Which setting or database, never with a password.</param>
/// <param name="innerException">The cause. Not for people: its text may repeat parts of a connection string.</param>
internal sealed class StorageProblemException(StorageProblem problem, string subject, Exception? innerException = null)
    : Exception($"{problem}: {subject}", innerException)
{
    /// <summary>Why.</summary>
    public StorageProblem Problem => problem;

    /// <summary>Which setting or database.</summary>
    public string Subject => subject;
}
