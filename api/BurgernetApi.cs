using Burgernet.Api.Access;
using Burgernet.Api.Actions;
using Burgernet.Api.Cells;
using Burgernet.Api.Coverage;
using Burgernet.Api.Dossier;
using Burgernet.Api.Imports;
using Burgernet.Api.Json;
using Burgernet.Api.Kinds;
using Burgernet.Api.Live;
using Burgernet.Api.Messages;
using Burgernet.Api.Nodes;
using Burgernet.Api.OpenApi;
using Burgernet.Api.Participants;
using Burgernet.Api.Practice;
using Burgernet.Api.Problems;
using Burgernet.Api.Signups;
using Burgernet.Api.Sms;
using Burgernet.Api.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Burgernet.Api;

/// <summary>Puts the HTTP API into a host: the node, or a front of its own that is only an Orleans client.</summary>
public static class BurgernetApi
{
    /// <summary>Adds what the API needs. The host brings an <see cref="IGrainFactory"/> and, if it can vouch for it, an <see cref="IPracticeMode"/>.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The root of the configuration; see <see cref="ApiOptions"/> for the sections.</param>
    public static IServiceCollection AddBurgernetApi(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services
            .AddOptions<ApiOptions>()
            .Bind(configuration.GetSection(ApiOptions.Section))
            .Configure(options =>
            {
                foreach (var room in ReadControlRooms(configuration))
                {
                    options.ControlRooms.Add(room);
                }

                foreach (var group in configuration.GetSection(ApiOptions.TargetGroupsSection).Get<List<ParticipantGroupOptions>>() ?? [])
                {
                    options.TargetGroups.Add(group);
                }
            })
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ApiOptions>, ApiOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, EmptyErrors>());
        services.TryAddSingleton<IPracticeMode, LiveUnlessTold>();
        services.TryAddSingleton<IMessageChecker, CallMessageChecker>();
        services.TryAddSingleton<MessageReader>();
        services.TryAddSingleton<SpeechApi>();
        services.TryAddSingleton<IMunicipalityBorders, NoMunicipalityBorders>();
        services.TryAddSingleton<MessagesApi>();
        services.TryAddSingleton<ArticlesApi>();
        services.TryAddSingleton<DraftReader>();
        services.TryAddSingleton<ActRate>();
        services.TryAddSingleton<ActOrders>();
        services.TryAddSingleton<ActionsApi>();
        services.TryAddSingleton<DossierApi>();
        services.TryAddSingleton<ExpansionsApi>();
        services.TryAddSingleton<TipsApi>();
        services.TryAddSingleton<PreviewsApi>();
        services.TryAddSingleton<KindsApi>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.TryAddSingleton<LiveInstruments>();
        services.TryAddSingleton<LiveLimits>();
        services.TryAddSingleton<LiveDesk>();
        services.TryAddSingleton<LiveApi>();
        services.TryAddSingleton<WebhooksApi>();
        services.TryAddSingleton<ImportsApi>();
        services.TryAddSingleton<ProfileReader>();
        services.TryAddSingleton<RegistrationReader>();
        services.TryAddSingleton<ParticipantsApi>();
        services.TryAddSingleton<SignupRate>();
        services.TryAddSingleton<SignupReader>();
        services.TryAddSingleton<SignupsApi>();
        services.TryAddSingleton<SignupPages>();
        services.TryAddSingleton<IPracticeInbox, NoPracticeInbox>();
        services.TryAddSingleton<IPracticePhones, NoPracticePhones>();
        services.TryAddSingleton<PracticeApi>();
        services.TryAddSingleton<ILocalNode, NoLocalNode>();
        services.TryAddSingleton<NodesApi>();
        services.TryAddSingleton<InboundSmsApi>();
        services.TryAddSingleton<SmsTextApi>();
        services.TryAddSingleton<SearchApi>();
        services.TryAddSingleton<ExportsApi>();
        services.TryAddSingleton<CoverageApi>();
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        services.AddOpenApi("v1", ApiDocument.Configure);
        return services;
    }

    /// <summary>Adds the endpoints: <c>/v1/…</c>, <c>/openapi/v1.json</c>, and the pages below <c>/signups</c>.</summary>
    /// <param name="routes">The host's routes.</param>
    public static IEndpointRouteBuilder MapBurgernetApi(this IEndpointRouteBuilder routes)
    {
        var v1 = routes
            .MapGroup("/v1")
            .AddEndpointFilter<RouteGroupBuilder, FailureFilter>()
            .AddEndpointFilter<RouteGroupBuilder, AccessFilter>();
        ActionsApi.Map(v1);
        DossierApi.Map(v1);
        TipsApi.Map(v1);
        InboundSmsApi.Map(v1);
        LiveApi.Map(v1);
        WebhooksApi.Map(v1);
        MessagesApi.Map(v1);
        ArticlesApi.Map(v1);
        SpeechApi.Map(v1);
        SmsTextApi.Map(v1);
        PreviewsApi.Map(v1);
        KindsApi.Map(v1);
        ImportsApi.Map(v1);
        ParticipantsApi.Map(v1);
        SearchApi.Map(v1);
        ExportsApi.Map(v1);
        CoverageApi.Map(v1);
        PracticeApi.Map(v1);
        NodesApi.Map(v1);

        // Nobody logs in to take part, or to stop taking part.
        SignupsApi.Map(routes.MapGroup("/v1").AllowEverybody().AddEndpointFilter<RouteGroupBuilder, FailureFilter>());
        SignupPages.Map(routes);
        routes.MapOpenApi("/openapi/{documentName}.json").AllowEverybody();
        return routes;
    }

    /// <summary>The control rooms of a configuration, for <see cref="ListenPolicy"/> before anything listens.</summary>
    /// <param name="configuration">The root of the configuration.</param>
    public static IReadOnlyList<ControlRoomOptions> ReadControlRooms(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration.GetSection(ApiOptions.ControlRoomsSection).Get<List<ControlRoomOptions>>() ?? [];
    }
}
