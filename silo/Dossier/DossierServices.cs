using Burgernet.Grains.Dossier;

namespace Burgernet.Silo.Dossier;

/// <summary>What signs dossiers in a node, the store aside.</summary>
internal static class DossierServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddDossier(this IServiceCollection services)
    {
        services.AddSingleton<DossierKeyRing>();

        // Read when they are needed first, which is after the settings were looked at.
        services.AddSingleton(provider => new Lazy<DossierKeys>(provider.GetRequiredService<DossierKeyRing>().Load));
        return services;
    }
}
