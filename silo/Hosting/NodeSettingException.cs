namespace Burgernet.Silo.Hosting;

/// <summary>A setting that the node refuses to start with; the message says which and why.</summary>
internal sealed class NodeSettingException(string message) : Exception(message);
