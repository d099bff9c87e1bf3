using Burgernet.Grains.Dialing;

namespace Burgernet.Silo.Gateways;

/// <summary>What texts need of a node, the ways out aside.</summary>
internal static class TextServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddTexts(this IServiceCollection services)
    {
        services.AddSingleton<MediumAddress>();
        services.AddSingleton<ReceiptDesk>();
        services.AddSingleton<IReceiptDesk>(provider => provider.GetRequiredService<ReceiptDesk>());
        services.AddSingleton<ReceiptRelay>();
        return services.AddHostedService<ReceiptRelayService>();
    }
}
