using System.Text.Json.Serialization;

namespace Burgernet.Participants;

/// <summary>A sign-up.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.registration")]
public sealed record Registration
{
    /// <summary>Who signs up.</summary>
    [Id(0)]
    public required ParticipantProfile Profile { get; init; }

    /// <summary>Where it comes from (<c>website</c>, <c>card</c>, <c>municipality</c>), 1 to 40 characters.</summary>
    [Id(1)]
    public required string Source { get; init; }

    /// <summary>Why the data may be kept.</summary>
    [Id(2)]
    public required LegalBasis LegalBasis { get; init; }

    /// <summary>That they agreed; needed when that is the legal basis.</summary>
    [Id(3)]
    public Consent? Consent { get; init; }

    /// <summary>How it is confirmed already; <see cref="ConfirmationMethod.None"/> leaves the participant pending.</summary>
    [Id(4)]
    public ConfirmationMethod ConfirmedBy { get; init; }

    /// <summary>How they are asked to confirm: by mail or by SMS. <see cref="ConfirmationMethod.None"/> leaves that to whoever registers them.</summary>
    /// <remarks>Not part of what tells one request from another where it is none: registrations from before it was there stay the same.</remarks>
    [Id(5)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ConfirmationMethod AskBy { get; init; }
}
