using System.Runtime.InteropServices;

namespace Burgernet.Silo.Hosting;

/// <summary>Ctrl-C and SIGTERM: the first stops politely, a second one at once.</summary>
internal sealed class StopSignals : IDisposable
{
    private const int StoppedAtOnce = 130;

    private readonly PosixSignalRegistration[] _registrations;
    private readonly Action _stop;
    private readonly NodeText _text;
    private int _presses;

    public StopSignals(Action stop, NodeText text)
    {
        _stop = stop;
        _text = text;
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Pressed),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Pressed),
        ];
    }

    public void Dispose() => Array.ForEach(_registrations, registration => registration.Dispose());

    private void Pressed(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref _presses) == 1)
        {
            _stop();
            return;
        }

        Console.Out.WriteLine(_text.StopsNow);
        Environment.Exit(StoppedAtOnce);
    }
}
