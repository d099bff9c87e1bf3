using Burgernet.Actions;
using Burgernet.Sms;

namespace Burgernet.Nodes;

/// <summary>One node, standing on it. Key: <c>node|{silo address with generation}</c>.</summary>
[Alias("burgernet.INode")]
public interface INodeGrain : IGrainWithStringKey
{
    /// <summary>How it stands.</summary>
    [Alias("Report")]
    Task<NodeReport> Report();

    /// <summary>Begins to drain; returns at once.</summary>
    /// <returns>How it stands then.</returns>
    [Alias("Drain")]
    Task<NodeReport> Drain(bool exit, Actor actor);

    /// <summary>Takes calls again; of one that stops, nothing changes.</summary>
    /// <returns>How it stands then.</returns>
    [Alias("Undrain")]
    Task<NodeReport> Undrain(Actor actor);

    /// <summary>The last SMS that its practice SMS centre took, the newest first; null where it has none.</summary>
    /// <param name="limit">At most so many.</param>
    [Alias("ReadPracticeSms")]
    Task<KeptSms[]?> ReadPracticeSms(int limit);
}
