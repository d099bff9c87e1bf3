namespace Burgernet.Silo.Participants;

/// <summary>The node cannot begin to use its register.</summary>
/// <param name="problem">Why.</param>
/// <param name="subject">Which setting, file or key; never a key itself.</param>
/// <param name="innerException">The cause.</param>
internal sealed class RegisterProblemException(RegisterProblem problem, string subject, Exception? innerException = null)
    : Exception($"{problem}: {subject}", innerException)
{
    /// <summary>Why.</summary>
    public RegisterProblem Problem => problem;

    /// <summary>Which setting, file or key.</summary>
    public string Subject => subject;
}
