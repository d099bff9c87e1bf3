using System.Runtime.InteropServices;

namespace Burgernet.Silo.Hosting;

/// <summary>Lets whoever trains, or tests, bring the practice carrier of a process into trouble: SIGUSR1 makes it turn every new call away with 503, SIGUSR2 take calls again.</summary>
/// <remarks>Numbers as Linux has them (signal(7), x86 and ARM); elsewhere nobody listens.</remarks>
internal sealed class TroubleSignals : IDisposable
{
    private const PosixSignal User1 = (PosixSignal)10;
    private const PosixSignal User2 = (PosixSignal)12;

    private readonly PosixSignalRegistration[] _registrations;

    public TroubleSignals(Action<bool> turnsAway) =>
        _registrations = OperatingSystem.IsLinux() ? [On(User1, () => turnsAway(true)), On(User2, () => turnsAway(false))] : [];

    public void Dispose() => Array.ForEach(_registrations, registration => registration.Dispose());

    private static PosixSignalRegistration On(PosixSignal signal, Action act) =>
        PosixSignalRegistration.Create(
            signal,
            context =>
            {
                context.Cancel = true;
                act();
            }
        );
}
