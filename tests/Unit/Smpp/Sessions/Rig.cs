using System.Net;
using System.Text;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Session;

namespace Burgernet.Tests.Unit.Smpp.Sessions;

/// <summary>An ESME and an SMSC of ours, over loopback.</summary>
internal sealed class Rig : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private Rig(SmppServer server, Centre centre) => (Server, Centre) = (server, centre);

    public SmppServer Server { get; }

    public Centre Centre { get; }

    public SmppClient Client { get; private set; } = null!;

    public Desk Desk { get; } = new();

    public SmppServerSession Session => Server.Sessions.Single();

    /// <summary>Both, bound.</summary>
    public static async Task<Rig> Start(
        Func<SmppClientOptions, SmppClientOptions>? client = null,
        Func<SmppServerOptions, SmppServerOptions>? server = null,
        Centre? centre = null,
        TimeProvider? time = null,
        Func<IPEndPoint, EndPoint>? way = null,
        bool waits = true
    )
    {
        centre ??= new Centre();
        var options = new SmppServerOptions();
        var rig = new Rig(SmppServer.Start(server?.Invoke(options) ?? options, centre), centre);
        var bind = Options(way?.Invoke(rig.Server.LocalEndPoint) ?? rig.Server.LocalEndPoint);
        rig.Client = SmppClient.Start(client?.Invoke(bind) ?? bind, rig.Desk, time);
        if (waits)
        {
            await rig.Client.WaitUntilBoundAsync().WaitAsync(Patience);
        }

        return rig;
    }

    public static SmppClientOptions Options(EndPoint smsc) =>
        new()
        {
            Name = "test",
            Smsc = smsc,
            Credentials = new SmppCredentials("burgernet", "secret"),
            FirstBackOff = TimeSpan.FromMilliseconds(20),
            LongestBackOff = TimeSpan.FromMilliseconds(100),
        };

    public static SubmitRequest Sms(string text = "Kind vermist") =>
        new()
        {
            Source = SmppAddress.Alphanumeric("Burgernet"),
            Destination = SmppAddress.International("+31991005678"),
            ShortMessage = Encoding.ASCII.GetBytes(text),
        };

    public Task<SubmitResult> Submit(string text = "Kind vermist") => Client.SubmitAsync(Sms(text)).AsTask().WaitAsync(Patience);

    public static Task Eventually(string what, Func<bool> condition, Func<string>? seen = null) =>
        Burgernet.TestKit.Eventually.Holds(what, condition, Patience, seen);

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Server.DisposeAsync();
    }
}
