using Burgernet.Participants;

namespace Burgernet.Api.Practice;

/// <summary>As long as nobody says otherwise, there are no practice phones here.</summary>
internal sealed class NoPracticePhones : IPracticePhones
{
    /// <inheritdoc/>
    public Task<PracticeSmsOutcome> Send(
        string controlRoom,
        PersonalText from,
        string? to,
        PersonalText text,
        CancellationToken cancellationToken
    ) => Task.FromResult(PracticeSmsOutcome.NoCarrier);
}
