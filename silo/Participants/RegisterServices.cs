using Burgernet.Api.Cells;
using Burgernet.Grains.Coverage;
using Burgernet.Grains.Participants;
using Burgernet.Silo.Borders;
using Burgernet.Silo.Coverage;

namespace Burgernet.Silo.Participants;

/// <summary>What the register consists of in a node, its stores aside.</summary>
internal static class RegisterServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddRegister(this IServiceCollection services)
    {
        services.AddSingleton<RegisterKeyRing>();

        // Read when they are needed first, which is after the settings were looked at.
        services.AddSingleton(provider => new Lazy<RegisterKeys>(provider.GetRequiredService<RegisterKeyRing>().Load));
        services.AddSingleton(provider => new PersonalSeal(provider.GetRequiredService<Lazy<RegisterKeys>>()));
        services.AddSingleton<ConfiguredBorders>();
        services.AddSingleton<IBorders>(provider => provider.GetRequiredService<ConfiguredBorders>());
        services.AddSingleton<IMunicipalities, ConfiguredMunicipalities>();
        services.AddSingleton<IMunicipalityBorders, MunicipalityBorders>();
        services.AddSingleton<IPracticeNumbers, LoopbackPracticeNumbers>();
        services.AddSingleton<PhonePolicy>();
        services.AddSingleton<ProfilePolicy>();
        services.AddSingleton<ParticipantRows>();
        services.AddSingleton<RegisterDesk>();
        services.AddSingleton<RegisterInstruments>();
        services.AddSingleton<ChangeTeller>();
        services.AddSingleton<ChangeRelay>();
        services.AddSingleton<KeyRotation>();
        services.AddSingleton<BorderSettlement>();
        services.AddSingleton<RegisterGuard>();
        return services;
    }
}
