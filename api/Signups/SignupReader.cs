using Burgernet.Api.Json;
using Burgernet.Api.Participants;
using Burgernet.Api.Problems;
using Burgernet.Participants;
using Microsoft.AspNetCore.Http;

namespace Burgernet.Api.Signups;

/// <summary>Reads a sign-up: whoever signs up by themselves is a citizen, agrees, and belongs to no target group.</summary>
internal sealed class SignupReader(ProfileReader profiles)
{
    /// <summary>What stands in the register as the source.</summary>
    public const string Source = "website";

    private static readonly string[] Members =
    [
        .. ProfileReader.Members.Except(["kind", "targetGroups"], StringComparer.Ordinal),
        "consent",
        "askBy",
    ];

    public async Task<Registration?> Read(HttpRequest request, ProblemSink problems)
    {
        var body = await JsonBody.Read(request, ProfileReader.MaxBytes, problems);
        if (body is null || JsonFields.ParseWithPointers(body.Value, problems, Members) is not { } fields)
        {
            return null;
        }

        _ = fields.Required("askBy");
        var registration = new Registration
        {
            Profile = profiles.Read(fields, problems),
            Source = Source,
            LegalBasis = LegalBasis.Consent,
            Consent = ConsentReader.Read(fields),
            AskBy = RegistrationReader.AskBy(fields),
        };
        return problems.First is null ? registration : null;
    }
}
