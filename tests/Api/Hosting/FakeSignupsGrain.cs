using System.Collections.Concurrent;
using Burgernet.Mail;
using Burgernet.Participants;
using Burgernet.Signups;

namespace Burgernet.Tests.Api.Hosting;

/// <summary>Takes every sign-up but one without a name; knows the token <c>good</c> and the code 123456; is away for the token <c>away</c>.</summary>
[GrainType("tests.signups")]
internal sealed class FakeSignupsGrain : Grain, ISignupsGrain
{
    /// <summary>What it was told, by the name that signed up.</summary>
    public static ConcurrentDictionary<string, (Guid Id, Registration Registration)> Told { get; } = new(StringComparer.Ordinal);

    /// <summary>How often something was done by token.</summary>
    public static ConcurrentQueue<string> Done { get; } = new();

    public Task<IReadOnlyList<ParticipantRefusal>> SignUp(Guid participantId, Guid operationId, Registration registration)
    {
        Told[registration.Profile.Name.Value] = (participantId, registration);
        return Task.FromResult<IReadOnlyList<ParticipantRefusal>>(
            registration.Profile.Name.Value.Length == 0 ? [new(ParticipantRefusalCode.NameMissing, "/name")] : []
        );
    }

    public Task<TokenOutcome> Confirm(PersonalText token) => ByToken("confirm", token);

    public Task<TokenOutcome> ConfirmByCode(PersonalText phone, PersonalText code) =>
        Task.FromResult(code.Value == "123456" && phone.Value == "06 1234 5678" ? TokenOutcome.Done : TokenOutcome.Unknown);

    public Task<TokenOutcome> Leave(PersonalText token) => ByToken("leave", token);

    public Task<TokenOutcome> Unsubscribe(MailList list, PersonalText token) => ByToken($"unsubscribe-{list}", token);

    private static Task<TokenOutcome> ByToken(string what, PersonalText token)
    {
        if (token.Value == "away")
        {
            throw new TimeoutException("Away");
        }

        if (token.Value.StartsWith("good", StringComparison.Ordinal))
        {
            Done.Enqueue($"{what} {token.Value}");
            return Task.FromResult(TokenOutcome.Done);
        }

        return Task.FromResult(TokenOutcome.Unknown);
    }
}
