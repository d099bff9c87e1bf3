using System.Globalization;
using Burgernet.Sip;
using Burgernet.Sip.Dialogs;

namespace Burgernet.Benchmarks.Load;

/// <summary>What an endpoint still holds.</summary>
/// <param name="Calls">Calls that hold a channel.</param>
/// <param name="Slots">Slots in use: calls, and those whose BYE waits for its answer.</param>
/// <param name="Clients">Client transactions, after-life included.</param>
/// <param name="Servers">Server transactions, after-life included.</param>
/// <param name="Timers">Timers that run, stale ones included.</param>
/// <param name="Unanswered">INVITEs that the trunks count as without any response.</param>
internal readonly record struct Leftovers(int Calls, int Slots, int Clients, int Servers, int Timers, int Unanswered)
{
    public int Sum => Calls + Slots + Clients + Servers + Timers + Unanswered;

    public static Leftovers operator +(Leftovers left, Leftovers right) =>
        new(
            left.Calls + right.Calls,
            left.Slots + right.Slots,
            left.Clients + right.Clients,
            left.Servers + right.Servers,
            left.Timers + right.Timers,
            left.Unanswered + right.Unanswered
        );

    /// <summary>Looks from outside the signalling thread: exact once that is at rest.</summary>
    public static Leftovers Of(SipEndpoint endpoint, params IEnumerable<SipTrunk> trunks)
    {
        var core = endpoint.Core;
        var slots = 0;
        for (var slot = 0; slot < core.Slots.Count; slot++)
        {
            slots += core.Slots.At(slot) is { State: not OutgoingState.Free } ? 1 : 0;
        }

        return new Leftovers(
            endpoint.ActiveCalls,
            slots,
            core.LivingClientTransactions,
            core.LivingServerTransactions,
            core.Context.Timers.Count,
            trunks.Sum(trunk => trunk.Admission.Unanswered)
        );
    }

    /// <summary>Waits until nothing is left, or the time is up.</summary>
    public static async Task<Leftovers> AfterAsync(SipEndpoint endpoint, SipTrunk[] trunks, TimeSpan limit, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        var left = Of(endpoint, trunks);
        for (var looks = limit / timer.Period; looks > 0 && left.Sum > 0; looks--)
        {
            await timer.WaitForNextTickAsync(cancellation);
            left = Of(endpoint, trunks);
        }

        return left;
    }

    /// <summary>Descriptors of this process that are no files: sockets, pipes and the like (the runtime opens assemblies when it pleases).</summary>
    public static int Descriptors() =>
        Directory.Exists("/proc/self/fd")
            ? Directory
                .GetFileSystemEntries("/proc/self/fd")
                .Count(entry => new FileInfo(entry).LinkTarget is { } target && target[0] != '/')
            : 0;

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Calls} calls, {Slots} slots, {Clients} + {Servers} transactions, {Timers} timers, {Unanswered} unanswered"
        );
}
