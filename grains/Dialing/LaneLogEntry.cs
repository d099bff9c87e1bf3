namespace Burgernet.Grains.Dialing;

/// <summary>One entry of a lane's own chain in the dossier.</summary>
/// <param name="Sequence">Its place in the chain, from 1.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Type">One of <see cref="LaneLogType"/>.</param>
/// <param name="Data">Its content as JSON, exactly the bytes that are hashed.</param>
/// <param name="PreviousHash">The hash of the entry before it.</param>
/// <param name="Hash">Its own hash.</param>
public sealed record LaneLogEntry(long Sequence, DateTimeOffset At, string Type, string Data, byte[] PreviousHash, byte[] Hash);
