namespace Burgernet.Silo.Sms;

/// <summary>The ways to SMS centres that this node opened, in the order of their use.</summary>
internal sealed class SmsGateways
{
    private readonly Lock _lock = new();
    private readonly List<SmppGateway> _all = [];

    /// <summary>All of them.</summary>
    public IReadOnlyList<SmppGateway> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _all];
            }
        }
    }

    /// <summary>The way of a carrier; null as long as it is not opened.</summary>
    public SmppGateway? Find(string carrier)
    {
        lock (_lock)
        {
            return _all.Find(gateway => gateway.Carrier.Name == carrier);
        }
    }

    /// <summary>One was opened.</summary>
    public void Add(SmppGateway gateway)
    {
        lock (_lock)
        {
            _all.Add(gateway);
        }
    }
}
