using Burgernet.Api.Practice;
using Burgernet.Participants;

namespace Burgernet.Tests.Api.Hosting;

/// <summary>Practice phones that remember what they sent.</summary>
internal sealed class FakePracticePhones : IPracticePhones
{
    public List<(string ControlRoom, string From, string? To, string Text)> Sent { get; } = [];

    public PracticeSmsOutcome Outcome { get; set; } = PracticeSmsOutcome.Sent;

    public Task<PracticeSmsOutcome> Send(
        string controlRoom,
        PersonalText from,
        string? to,
        PersonalText text,
        CancellationToken cancellationToken
    )
    {
        Sent.Add((controlRoom, from.Value, to, text.Value));
        return Task.FromResult(Outcome);
    }
}
