using System.Text.RegularExpressions;
using Burgernet.Grains.Mail;
using Burgernet.Grains.Participants;
using Burgernet.Grains.Signups;
using Burgernet.Participants;
using Burgernet.Signups;
using Burgernet.Silo.Storage;
using Burgernet.Tests.Scenarios.Nodes;
using Burgernet.Tests.Scenarios.Participants;
using Burgernet.Tests.Scenarios.Phones;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Burgernet.Tests.Scenarios.Signups;

/// <summary>A node whose outbox is emptied when a test says so.</summary>
public sealed partial class SignupNode : IAsyncLifetime
{
    private static int s_people = 50_000;

    internal TestNode Node { get; private set; } = null!;

    internal ScriptedMail Mail { get; } = new();

    internal ISignupsGrain Signups => Node.Grains.GetGrain<ISignupsGrain>(0);

    internal SmsBox Sms => Node.Get<SmsBox>();

    public async ValueTask InitializeAsync() => Node = await TestNode.Start(mail: Mail);

    public ValueTask DisposeAsync() => Node.DisposeAsync();

    internal static int NextNumber() => Interlocked.Increment(ref s_people);

    /// <summary>A sign-up as a website sends it.</summary>
    internal static Registration Website(int number, string? email = null, ConfirmationMethod askBy = ConfirmationMethod.EmailToken) =>
        new()
        {
            Profile = Household.Profile(number, 0) with { Email = new PersonalText(email ?? $"p{number}@example.org") },
            Source = "website",
            LegalBasis = LegalBasis.Consent,
            Consent = new Consent(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero), "2026-01"),
            AskBy = askBy,
        };

    /// <summary>Signs up; nothing is refused.</summary>
    internal async Task<Guid> SignUp(Registration registration)
    {
        var id = Guid.NewGuid();
        Assert.Empty(await Signups.SignUp(id, Guid.NewGuid(), registration));
        return id;
    }

    /// <summary>Sends what is due, and says which mails went to an address.</summary>
    internal async Task<MailLetter[]> Deliver(string email)
    {
        Mail.Mails.Clear();
        await Sweep();
        return [.. Mail.Mails.Where(mail => mail.To.Value == email)];
    }

    internal Task<TimeSpan> Sweep() => Node.Get<LetterRelay>().Sweep(TestContext.Current.CancellationToken);

    /// <summary>The relay of a node with another outbox.</summary>
    internal LetterRelay RelayOf(ILetterStore letters) =>
        new(
            letters,
            Node.Get<ITokenStore>(),
            Node.Get<IParticipantStore>(),
            Node.Grains,
            Node.Get<LetterComposer>(),
            Mail,
            Sms,
            Node.Get<MailInstruments>(),
            Node.Get<IOptions<SignupOptions>>(),
            TimeProvider.System,
            NullLogger<LetterRelay>.Instance
        );

    internal async Task<Participant?> Read(Guid id) => await Node.Grains.GetGrain<IParticipantGrain>(id).Get();

    /// <summary>Lets time pass for whoever is written to.</summary>
    internal Task Age(Guid participant, TimeSpan by) =>
        Node.Database.Write(sql => new WriteStep<int>(
            sql.Execute(
                "update letter set created_at = created_at - $2, due_at = due_at - $2 where participant_id = $1",
                participant,
                (long)by.TotalMicroseconds
            ),
            Keep: true
        ));

    internal static PersonalText ConfirmToken(MailLetter mail) => new(Confirm().Match(mail.Text.Value).Groups["token"].Value);

    internal static PersonalText LeaveToken(MailLetter mail) => new(Leave().Match(mail.LeaveUrl.Value).Groups["token"].Value);

    [GeneratedRegex(@"confirm\?token=(?<token>[A-Za-z0-9_-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Confirm();

    [GeneratedRegex(@"leave\?token=(?<token>[A-Za-z0-9_-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Leave();
}
