using Burgernet.Grains.CallBacks;

namespace Burgernet.Silo.CallBacks;

/// <summary>What the call-back line consists of in a node, its store aside.</summary>
internal static class CallBackServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddCallBacks(this IServiceCollection services)
    {
        services.AddSingleton<CallBackInstruments>();
        services.AddSingleton<CallBackDesk>();
        services.AddSingleton<CallBackSounds>();
        services.AddSingleton<CallBackLine>();
        return services;
    }
}
