namespace Burgernet.Benchmarks.Sms;

/// <summary>Processor time of a span of time, in cores.</summary>
/// <param name="Node">The node.</param>
/// <param name="Database">PostgreSQL.</param>
/// <param name="Centre">The SMS centre.</param>
/// <param name="Machine">All that the machine was busy with.</param>
internal sealed record EngineCores(double Node, double Database, double Centre, double Machine);
