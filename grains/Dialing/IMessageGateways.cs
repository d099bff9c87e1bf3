namespace Burgernet.Grains.Dialing;

/// <summary>The node's ways out for texts. The node implements it.</summary>
public interface IMessageGateways
{
    /// <summary>The gateway to a carrier.</summary>
    /// <param name="carrier">Its name; it is configured, and its medium is not voice.</param>
    IMessageGateway For(string carrier);
}
