namespace Burgernet.TestKit;

/// <summary>Media ports that nobody else on the machine is given until this is disposed.</summary>
public sealed class MediaPortRow : IDisposable
{
    private readonly Action _release;

    internal MediaPortRow(int first, int last, Action release)
    {
        First = first;
        Last = last;
        _release = release;
    }

    /// <summary>The first port number.</summary>
    public int First { get; }

    /// <summary>The last port number.</summary>
    public int Last { get; }

    /// <summary>Gives them back; the endpoint that had them is closed before.</summary>
    public void Dispose() => _release();
}
