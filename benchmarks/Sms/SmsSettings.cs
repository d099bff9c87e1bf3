using System.Globalization;
using Burgernet.Benchmarks.Imports;
using Burgernet.Benchmarks.Lines;

namespace Burgernet.Benchmarks.Sms;

/// <summary>The settings of a node that sends by one SMS centre, and stores in PostgreSQL.</summary>
internal static class SmsSettings
{
    /// <summary>The carrier's name.</summary>
    public const string Carrier = "sms-centre";

    /// <summary>All of them.</summary>
    /// <param name="connection">Of the database.</param>
    /// <param name="port">Where the centre listens.</param>
    /// <param name="binds">Of each node.</param>
    /// <param name="window">Texts without an answer at once.</param>
    /// <param name="rate">SMS a second.</param>
    public static IEnumerable<string> Of(string connection, int port, int binds, int window, int rate) =>
        [
            "Burgernet:Storage:Provider=postgres",
            $"Burgernet:Storage:ConnectionString={connection}",
            "Burgernet:Demonstration:Participants=0",
            .. InventedRegister.Keys,
            .. NodeRoom.Unbounded,
            $"Burgernet:SmsCentres:0:Name={Carrier}",
            Setting($"Burgernet:SmsCentres:0:Peer=127.0.0.1:{port}"),
            Setting($"Burgernet:SmsCentres:0:Binds={binds}"),
            Setting($"Burgernet:SmsCentres:0:Window={Math.Clamp(window, 1, 1_000)}"),
            Setting($"Burgernet:SmsCentres:0:Channels={window}"),
            Setting($"Burgernet:SmsCentres:0:CallsPerSecond={rate}"),
        ];

    private static string Setting(FormattableString setting) => setting.ToString(CultureInfo.InvariantCulture);
}
