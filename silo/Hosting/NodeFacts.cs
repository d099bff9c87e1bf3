namespace Burgernet.Silo.Hosting;

/// <summary>What the node tells about itself when it has started.</summary>
internal sealed record NodeFacts(string Url, int Participants, string Carrier, string Data);
