using System.Globalization;
using Burgernet.Api.Access;
using Burgernet.Api.Actions;
using Burgernet.Api.Idempotency;
using Burgernet.Api.Live;
using Burgernet.Api.Sms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Burgernet.Api.OpenApi;

/// <summary>Tells the OpenAPI document what the handlers read by themselves: headers, bodies, paging.</summary>
internal static class ApiDocument
{
    public static void Configure(OpenApiOptions options)
    {
        // A host may have addresses of its own.
        options.ShouldInclude = description => description.RelativePath?.StartsWith("v1/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                Describe(document);
                return Task.CompletedTask;
            }
        );
        options.AddOperationTransformer(
            (operation, context, _) =>
            {
                Describe(operation, context);
                return Task.CompletedTask;
            }
        );
        options.AddSchemaTransformer(
            (schema, _, _) =>
            {
                // A converter of our own hides that a moment is written as a string.
                if (schema.Format is "date-time")
                {
                    schema.Type = JsonSchemaType.String;
                }

                return Task.CompletedTask;
            }
        );
    }

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Burgernet",
            Version = "1",
            Description =
                "Citizens are called about somebody missing or something seen. Every refusal is application/problem+json (RFC 9457) in Dutch "
                + "or English by Accept-Language; branch on its type and reason.",
        };
        // Where it was asked for is where it is.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            ["controlRoomKey"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description =
                    "The key of a control room, with roles; an operation lists the roles of which the key must have one. While no control room has one, requests from this machine itself need none, and act as "
                    + "practice; only practice carriers may then be configured.",
            },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("controlRoomKey", document)] = [] }];
    }

    private static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var name = operation.OperationId ?? "";
        DescribeAccess(operation, context);
        CsvSchema.Describe(operation, name);
        operation.Parameters ??= [];
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>())
        {
            Describe(parameter, name);
        }

        if (!SignupSchema.IsPublic(name))
        {
            operation.Parameters.Add(
                Header("X-Dispatcher", "Who acts, as the control room knows them. Required with a key.", required: false, maxLength: 64)
            );
        }

        operation.Parameters.Add(Header("Accept-Language", "nl or en: the language of refusals.", required: false, maxLength: null));
        if (HttpMethods.IsGet(context.Description.HttpMethod ?? ""))
        {
            if (name is "FollowAction")
            {
                LiveSchema.Describe(operation);
            }

            return;
        }

        if (name is "DrainNode" or "UndrainNode")
        {
            // Said twice it is done once, without a key; and it takes no body.
            return;
        }

        if (SearchSchema.TryGetBody(name, out var question))
        {
            operation.RequestBody = question;
            return;
        }

        if (SmsSchema.BodyOf(name) is { } message)
        {
            operation.RequestBody = message;
            return;
        }

        if (name == "SpeakText")
        {
            operation.RequestBody = SpeechSchema.Body();
            return;
        }

        if (HttpMethods.IsPut(context.Description.HttpMethod ?? ""))
        {
            operation.Parameters.Add(
                Header("If-Match", "The ETag of the version that was changed, or *.", required: true, maxLength: null)
            );
        }

        if (SignupSchema.HasKey(name) && name != "EstimateExpansion")
        {
            operation.Parameters.Add(
                Header(
                    IdempotencyKey.Header,
                    "Printable ASCII, a new one for each new act. A repeat under the same key changes nothing and is answered the same, with "
                        + $"{IdempotencyKey.ReplayedHeader}: true.",
                    required: true,
                    maxLength: 255
                )
            );
        }

        operation.RequestBody = name switch
        {
            "CreateAction" => DraftSchema.Body(),
            "AddMessage" => MessageSchema.Body(withKind: true),
            "TellOutcome" => MessageSchema.Body(withKind: false),
            "SendArticle" => MessageSchema.Article(),
            "CloseAction" => MessageSchema.Closing(),
            "CreateImport" => FileBody(),
            "CancelImport" => null,
            _ when SignupSchema.IsPublic(name) => SignupSchema.Body(name),
            "RegisterParticipant" => ParticipantSchema.Registration(),
            "ChangeParticipant" => ParticipantSchema.Change(),
            _ when name.EndsWith("Participant", StringComparison.Ordinal) => null,
            "AddTip" => DraftSchema.TipBody(),
            "PreviewAction" => SpeechSchema.PreviewBody(),
            _ when ExpansionSchema.BodyOf(name) is { } expansion => expansion,
            "StartAction" => ActSchema.Body(
                (ActReader.ConfirmedPeople, ActSchema.Count("How many people you confirm to call; needed above the kind's threshold.")),
                (ActReader.QuietHoursOverride, DraftSchema.Text("Why people are called in quiet hours.", ActReader.MaxReason))
            ),
            "StopAction" or "PauseAction" => ActSchema.Body((ActReader.Calls, ActSchema.Calls())),
            _ => ActSchema.Body(),
        };
    }

    // OpenAPI 3.1 §4.8.30: for a scheme that is not OAuth the list holds the roles that are needed. One object's demands hold together, of the array's objects any one.
    private static void DescribeAccess(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var route = context.Description.ActionDescriptor.EndpointMetadata;
        if (route.OfType<OpenRoute>().Any())
        {
            operation.Security = [];
            return;
        }

        var requirements = route.OfType<RoleRequirement>().Where(requirement => requirement.AnyOf.Count > 0).ToList();
        if (requirements.Count == 0)
        {
            return;
        }

        IEnumerable<IEnumerable<Role>> choices =
        [
            [],
        ];
        choices = requirements.Aggregate(choices, (some, next) => some.SelectMany(roles => next.AnyOf.Select(roles.Append)));
        operation.Security =
        [
            .. choices.Select(roles => new OpenApiSecurityRequirement
            {
                [new OpenApiSecuritySchemeReference("controlRoomKey", context.Document)] = [.. roles.Select(RoleNames.Of)],
            }),
        ];
    }

    private static void Describe(OpenApiParameter parameter, string operation)
    {
        switch (parameter.Name)
        {
            case "limit":
                parameter.Description = $"At most so many; {Paging.Default} unless said.";
                parameter.Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Integer,
                    Minimum = "1",
                    Maximum = (
                        operation switch
                        {
                            "ListActions" => ActionsApi.MaxActions,
                            "ListInbound" => InboundSmsApi.MaxMessages,
                            _ => ActionsApi.MaxRows,
                        }
                    ).ToString(CultureInfo.InvariantCulture),
                };
                break;
            case "source":
                parameter.Description =
                    "Where the file comes from, 1 to 40 of a-z, 0-9 and '-': with a row's reference it says who a row is about.";
                parameter.Required = true;
                break;
            case "after":
                parameter.Description = operation is "FollowAction"
                    ? $"The id of the last event that was seen, for who cannot send {LiveApi.LastEventId}, which goes before it."
                    : "From the next link of the page before.";
                break;
            case "previewId":
                parameter.Description = "The preview's id.";
                parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" };
                break;
            case "id" when operation is "DrainNode" or "UndrainNode":
                parameter.Description = "The node's id, or local for the one that answers.";
                break;
            case "exit":
                parameter.Description = "Whether it stops by itself when it is drained.";
                break;
            case "id":
                parameter.Description = operation switch
                {
                    _ when operation.Contains("Import", StringComparison.Ordinal) => "The import's id.",
                    _ when operation.Contains("Participant", StringComparison.Ordinal) => "The participant's id.",
                    _ => "The action's id.",
                };
                parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" };
                break;
        }
    }

    private static OpenApiParameter Header(string name, string description, bool required, int? maxLength) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Required = required,
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                MinLength = maxLength is null ? null : 1,
                MaxLength = maxLength,
            },
        };

    private static OpenApiRequestBody FileBody() =>
        new()
        {
            Required = true,
            Description = "The file, UTF-8. Content-Digest (RFC 9530, sha-256) makes sure that all of it arrived.",
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["text/csv"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
        };
}
