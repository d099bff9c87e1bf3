using System.Net;
using System.Net.Sockets;
using Burgernet.Smpp.Session;

namespace Burgernet.Practice;

/// <summary>A real SMS centre on loopback whose subscribers are invented: it speaks SMPP 3.4 like any other, limits what it takes, delivers or not, gives receipts, and keeps what each phone got.</summary>
/// <remarks>For training, demonstration, benchmarks and tests, in the node's process or alone. It reaches nobody: it listens on loopback only, and refuses every number outside
/// <see cref="PracticeNumbers"/>.</remarks>
public sealed class PracticeSmsc : IAsyncDisposable
{
    private readonly PracticeSmsCentre _centre;
    private readonly SmppServer _server;
    private int _disposed;

    private PracticeSmsc(PracticeSmscOptions options, PracticeSmsCentre centre, SmppServer server)
    {
        Options = options;
        _centre = centre;
        _server = server;
    }

    /// <summary>The settings it runs with.</summary>
    public PracticeSmscOptions Options { get; }

    /// <summary>The bound TCP address.</summary>
    public IPEndPoint LocalEndPoint => _server.LocalEndPoint;

    /// <summary>Binds now.</summary>
    public int Binds => _server.Sessions.Count;

    /// <summary>Segments that were taken and have not reached their end.</summary>
    public int Waiting => _centre.Waiting;

    /// <summary>All segments as known now, in the order of their submits.</summary>
    public IReadOnlyList<PracticeSmsRecord> Records => _centre.Records;

    /// <summary>Messages to practice phones, put together, oldest first: the last <see cref="PracticeSmscOptions.InboxSize"/>.</summary>
    public IReadOnlyList<PracticeSms> Inbox => _centre.Inbox;

    /// <summary>Counts so far.</summary>
    public PracticeSmsTotals Totals => _centre.Totals;

    /// <summary>Highest numbers so far.</summary>
    public PracticeSmsPeaks Peaks => _centre.Peaks;

    /// <summary>Why the record file is no longer written (disk full); null while it is, or where there is none. Messages go on without it.</summary>
    public Exception? RecordFailure => _centre.RecordFailure;

    /// <summary>Binds its port and takes messages.</summary>
    /// <param name="options">Settings.</param>
    /// <param name="time">Clock of the phones; the system's by default. Sessions keep to the system's, as those who bind do.</param>
    /// <exception cref="ArgumentException">The settings cannot be used; the message says each reason.</exception>
    /// <exception cref="SocketException">The port is taken.</exception>
    /// <exception cref="IOException">The record file cannot be opened, or another SMSC writes to it.</exception>
    public static PracticeSmsc Start(PracticeSmscOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var problems = options.Problems().ToArray();
        if (problems.Length > 0)
        {
            throw new ArgumentException(string.Join(' ', problems), nameof(options));
        }

        var centre = new PracticeSmsCentre(options, time ?? TimeProvider.System);
        try
        {
            var server = new SmppServerOptions
            {
                Listen = options.Listen,
                Tls = options.Tls,
                SystemId = "practice",
                MaxSessions = options.MostBinds,
                MaxQueued = options.Receipts.MostHeld,
            };
            return new PracticeSmsc(options, centre, SmppServer.Start(server, centre));
        }
        catch (SocketException)
        {
            // Nothing was written yet: closing the file does not wait.
            centre.DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw;
        }
    }

    /// <summary>A phone sends an SMS.</summary>
    /// <param name="phone">Its number, of the practice block.</param>
    /// <param name="to">Whom to: E.164 with the plus sign, or a short number. The system id that last sent something from there gets it, or else any that receives.</param>
    /// <param name="text">What it says, at most ten segments.</param>
    /// <exception cref="ArgumentException">The phone has no practice number, there is no text, or it is too long.</exception>
    public Task<PracticeReplyOutcome> ReplyAsync(string phone, string to, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(to);
        ArgumentException.ThrowIfNullOrEmpty(text);
        return PracticeNumbers.IsPractice(phone)
            ? _centre.ReplyAsync(phone, to, text)
            : throw new ArgumentException("Only practice phones can send.", nameof(phone));
    }

    /// <summary>Cuts every connection without unbinding, as a failing line does. New ones are taken.</summary>
    public void CutConnections()
    {
        foreach (var session in _server.Sessions)
        {
            session.Close();
        }
    }

    /// <summary>A sentence or two for banners, in Dutch and English.</summary>
    public PracticeDescription Describe() => PracticeDescription.Of(Options, LocalEndPoint);

    /// <summary>Stops politely: takes nothing new, gives the receipts that are due within the grace, unbinds.</summary>
    /// <param name="grace">How long receipts may take.</param>
    public async Task StopAsync(TimeSpan grace)
    {
        _centre.Stop();
        await _server.StopAsync(grace);
    }

    /// <summary>Ends at once, forgets what waits and completes the record.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        _centre.Stop();
        await _server.DisposeAsync();
        await _centre.DisposeAsync();
    }
}
