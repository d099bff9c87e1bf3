namespace Burgernet.Tests.Unit.Signalling;

/// <summary>A far side that is busy for everybody, at once or when it comes to it; what it has not answered waits in its buffer.</summary>
internal sealed class StallingCarrier(CoreRig rig)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<string> _buffer = new();
    private int _read;

    /// <summary>When each INVITE was sent for the first time.</summary>
    public List<long> Invites { get; } = [];

    /// <summary>A call every 10 ms.</summary>
    /// <param name="time">For how long.</param>
    /// <param name="answers">Whether the far side answers meanwhile.</param>
    public void Run(TimeSpan time, bool answers)
    {
        for (var end = rig.Now + time.Ticks; rig.Now < end; )
        {
            rig.Place();
            rig.Advance(TimeSpan.FromMilliseconds(10));
            Read();
            while (answers && _buffer.TryDequeue(out var invite))
            {
                rig.Receive(CoreRig.Respond(invite, "486 Busy Here"));
            }
        }
    }

    /// <summary>The buffer is lost.</summary>
    public void Lose() => _buffer.Clear();

    private void Read()
    {
        for (; _read < rig.Sent.Count; _read++)
        {
            var (at, text, _) = rig.Sent[_read];
            if (text.StartsWith("INVITE", StringComparison.Ordinal))
            {
                _buffer.Enqueue(text);
                if (_seen.Add(text))
                {
                    Invites.Add(at);
                }
            }
        }
    }
}
