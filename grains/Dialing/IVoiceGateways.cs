namespace Burgernet.Grains.Dialing;

/// <summary>The node's ways out. The node implements it.</summary>
public interface IVoiceGateways
{
    /// <summary>The gateway to a carrier.</summary>
    /// <param name="carrier">Its name; it is configured.</param>
    IVoiceGateway For(string carrier);
}
