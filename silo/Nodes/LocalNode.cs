using Burgernet.Api.Nodes;

namespace Burgernet.Silo.Nodes;

/// <summary>Tells the API which node it is in.</summary>
internal sealed class LocalNode(ILocalSiloDetails silo) : ILocalNode
{
    public string? Id => silo.SiloAddress.ToParsableString();
}
