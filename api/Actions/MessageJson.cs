using Burgernet.Actions;
using Burgernet.Participants;

namespace Burgernet.Api.Actions;

/// <summary>A message of an action, and how far it is.</summary>
public sealed record MessageJson
{
    /// <summary>Its number; 1 is the call itself.</summary>
    public required int Number { get; init; }

    /// <summary>What it is for.</summary>
    public required MessageKind Kind { get; init; }

    /// <summary>The languages that it is in: nl, en.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>When it was added.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The dispatcher who added it.</summary>
    public required string Dispatcher { get; init; }

    /// <summary>Its deliveries so far: one for each person and medium.</summary>
    public required int Deliveries { get; init; }

    /// <summary>People whose phone rang or was answered for it, or for whom an SMS centre or a mail relay has it.</summary>
    public required int Contacted { get; init; }

    /// <summary>Who heard it for at least 80 % of its length.</summary>
    public required int Heard { get; init; }

    /// <summary>Deliveries of it with a result.</summary>
    public required int Done { get; init; }

    /// <summary>People who heard it, or on whose handset or in whose mailbox it is.</summary>
    public required int Reached { get; init; }

    /// <summary>By what it goes: voice, sms, email.</summary>
    public required IReadOnlyList<Medium> Media { get; init; }

    /// <summary>What it says as an SMS, a language each; none where it does not go so.</summary>
    public required IReadOnlyList<TextJson> Sms { get; init; }

    /// <summary>What it says as a mail, a language each; none where it does not go so.</summary>
    public required IReadOnlyList<MailJson> Email { get; init; }

    internal static MessageJson Of(MessageSummary message) =>
        new()
        {
            Number = message.Number,
            Kind = message.Kind,
            Languages = [.. message.Languages.Select(language => language == Language.English ? "en" : "nl")],
            At = message.At,
            Dispatcher = message.Dispatcher,
            Deliveries = message.Deliveries,
            Contacted = message.Contacted,
            Heard = message.Heard,
            Done = message.Done,
            Reached = message.Reached,
            Media = message.Media,
            Sms = [.. message.Texts.Select(TextJson.Of)],
            Email = [.. message.Mails.Select(MailJson.Of)],
        };
}
