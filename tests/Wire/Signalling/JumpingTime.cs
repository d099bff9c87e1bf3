namespace Burgernet.Tests.Wire.Signalling;

/// <summary>The system's clock, and a jump ahead when a test asks for one.</summary>
internal sealed class JumpingTime : TimeProvider
{
    private long _ahead;

    public override long GetTimestamp() => System.GetTimestamp() + Volatile.Read(ref _ahead);

    public override long TimestampFrequency => System.TimestampFrequency;

    public void Jump(TimeSpan time) => Interlocked.Add(ref _ahead, (long)(time.TotalSeconds * TimestampFrequency));
}
