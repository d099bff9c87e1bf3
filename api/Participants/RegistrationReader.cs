using Burgernet.Api.Json;
using Burgernet.Api.Problems;
using Burgernet.Participants;
using Microsoft.AspNetCore.Http;

namespace Burgernet.Api.Participants;

/// <summary>Reads the body of a registration by a manager, and of a change.</summary>
internal sealed class RegistrationReader(ProfileReader profiles)
{
    /// <summary>A registration: the profile with where it comes from and why it may be kept.</summary>
    public async Task<Registration?> ReadRegistration(HttpRequest request, ProblemSink problems)
    {
        var fields = await Fields(request, problems, [.. ProfileReader.Members, "source", "legalBasis", "consent", "confirmedBy", "askBy"]);
        if (fields is null)
        {
            return null;
        }

        var registration = new Registration
        {
            Profile = profiles.Read(fields, problems),
            Source = fields.Text("source") ?? "",
            LegalBasis = ParticipantWords.LegalBases.CodeOf(fields.Text("legalBasis") ?? "", (LegalBasis)(-1)),
            Consent = ConsentReader.Read(fields),
            ConfirmedBy = fields.Text("confirmedBy") switch
            {
                null => ConfirmationMethod.None,
                SignedCard => ConfirmationMethod.SignedCard,
                // A manager has cards; that a token or code came back is for the register itself to say.
                _ => (ConfirmationMethod)(-1),
            },
            AskBy = AskBy(fields),
        };
        return problems.First is null ? registration : null;
    }

    /// <summary>How a manager says that there is a signed card.</summary>
    public const string SignedCard = "signed-card";

    /// <summary>How somebody is asked to confirm: <c>email</c>, <c>sms</c>, or not at all.</summary>
    public static ConfirmationMethod AskBy(JsonFields fields) =>
        fields.Text("askBy") switch
        {
            null => ConfirmationMethod.None,
            "email" => ConfirmationMethod.EmailToken,
            "sms" => ConfirmationMethod.SmsCode,
            _ => (ConfirmationMethod)(-1),
        };

    /// <summary>A profile.</summary>
    public async Task<ParticipantProfile?> ReadProfile(HttpRequest request, ProblemSink problems)
    {
        var fields = await Fields(request, problems, ProfileReader.Members);
        var profile = fields is null ? null : profiles.Read(fields, problems);
        return problems.First is null ? profile : null;
    }

    private static async Task<JsonFields?> Fields(HttpRequest request, ProblemSink problems, string[] known) =>
        await JsonBody.Read(request, ProfileReader.MaxBytes, problems) is { } body
            ? JsonFields.ParseWithPointers(body, problems, known)
            : null;
}
