using System.Globalization;

namespace Burgernet.Silo.Nodes;

/// <summary>What the commands for nodes print, in Dutch and English.</summary>
internal sealed class NodesText(bool dutch)
{
    public bool Dutch => dutch;

    public string Usage =>
        dutch
            ? "Gebruik: nodes | drain | undrain [--node=ID|local] [--exit=true] [--wait=SECONDEN] [--urls=http://127.0.0.1:5080]; de sleutel staat in BURGERNET_KEY"
            : "Usage: nodes | drain | undrain [--node=ID|local] [--exit=true] [--wait=SECONDS] [--urls=http://127.0.0.1:5080]; the key stands in BURGERNET_KEY";

    public string Heads => dutch ? "node toestand versie sinds lijnen" : "node status version since lines";

    public string Drained => dutch ? "Leeg: geen gesprekken meer, en er komen er geen bij." : "Drained: no calls left, and none is added.";

    public string Exits => dutch ? "Leeg, en gestopt of aan het stoppen." : "Drained, and stopped or stopping.";

    public string PutBack => dutch ? "Doet weer mee." : "Takes calls again.";

    public string NotInTime(int seconds) =>
        dutch
            ? $"Na {seconds} s zijn er nog gesprekken; het leeglopen gaat door."
            : $"After {seconds} s there are calls left; the drain goes on.";

    public string NotThere(string address) => dutch ? $"Op {address} antwoordt geen node." : $"No node answers at {address}.";

    public string Refused(int status, string? detail) => dutch ? $"Geweigerd ({status}): {detail}" : $"Refused ({status}): {detail}";

    public string Charged(int lines, DateTimeOffset until) =>
        dutch
            ? $"{lines} mogelijk nog bezet tot {until.ToLocalTime():HH:mm:ss}"
            : $"{lines} may be held until {until.ToLocalTime():HH:mm:ss}";

    public string Clock(double seconds) => (dutch ? "klok " : "clock ") + seconds.ToString("+0.0 s;-0.0 s", CultureInfo.InvariantCulture);

    public string Held(string carrier, int calls, int lines, int perSecond) =>
        dutch ? $"{carrier} {calls} van {lines} bezet, {perSecond}/s" : $"{carrier} {calls} of {lines} busy, {perSecond}/s";
}
