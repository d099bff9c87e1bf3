namespace Burgernet.Benchmarks.Chaos;

/// <summary>Names a delivery: both actions have one message and one channel.</summary>
/// <param name="Action">Its action.</param>
/// <param name="Participant">Whom it is for.</param>
internal readonly record struct ChaosDelivery(Guid Action, Guid Participant);
