namespace Burgernet.Smpp.Session;

/// <summary>The writing loop of a connection: waits at the gate, then writes all there is in one go.</summary>
/// <param name="stream">Where to.</param>
/// <param name="link">Who has what is to be written.</param>
internal sealed class LinkWriter(Stream stream, SmppLink link)
{
    private readonly WriteGate _gate = new();

    /// <summary>There is something to write.</summary>
    /// <param name="isInline">Whether to write on this thread.</param>
    public void Wake(bool isInline) => _gate.Open(isInline);

    /// <summary>Writes until the connection ends.</summary>
    public async Task RunAsync()
    {
        try
        {
            while (!link.IsEnded)
            {
                await _gate.WaitAsync();
                for (var octets = link.TakeOutput(); !octets.IsEmpty; octets = link.TakeOutput())
                {
                    await stream.WriteAsync(octets);
                }

                if (link.IsFinishing)
                {
                    break;
                }
            }
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // As with the reading loop.
        }

        link.OnWriteEnded();
    }
}
