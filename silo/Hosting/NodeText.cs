using System.Globalization;

namespace Burgernet.Silo.Hosting;

/// <summary>What the node prints for people, in Dutch and English.</summary>
internal sealed class NodeText(string language)
{
    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language == "nl" ? "nl-NL" : "en-GB");

    private bool Dutch => language == "nl";

    public string Banner(NodeFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var people = facts.Participants.ToString("N0", _culture);
        return Dutch
            ? $"""

                Burgernet draait.
                  API        {facts.Url}    (beschrijving: /openapi/v1.json, gezondheid: /health/ready, metingen: /metrics)
                  Register   {people} verzonnen deelnemers rond Deventer en Schalkhaar; plaatsen GeoNames (CC BY 4.0), dichtheid verzonnen
                  Telefonie  {facts.Carrier}
                  Gegevens   {facts.DataFolder}
                  Verder     README.md, "De eerste actie"; Ctrl-C stopt: wie opgenomen heeft hoort het bericht nog uit

                """
            : $"""

                Burgernet is running.
                  API        {facts.Url}    (description: /openapi/v1.json, health: /health/ready, metrics: /metrics)
                  Register   {people} invented participants around Deventer and Schalkhaar; places GeoNames (CC BY 4.0), density invented
                  Telephony  {facts.Carrier}
                  Data       {facts.DataFolder}
                  Next       README.md, "The first action"; Ctrl-C stops: who has answered still hears the message

                """;
    }

    public string LiveCarrier(string name, int channels, int callsPerSecond) =>
        Dutch
            ? $"LET OP, ECHT: via '{name}' worden mensen werkelijk gebeld; {channels} lijnen, {callsPerSecond} oproepen per seconde."
            : $"NOTE, LIVE: over '{name}' people are really called; {channels} lines, {callsPerSecond} calls a second.";

    public string PracticePeer(string name, string peer, int channels, int callsPerSecond) =>
        Dutch
            ? $"OEFENING: niemand wordt echt gebeld. Telefoonnet '{name}' op {peer}: {channels} lijnen, {callsPerSecond} oproepen per seconde."
            : $"PRACTICE: nobody is really called. Carrier '{name}' on {peer}: {channels} lines, {callsPerSecond} calls a second.";

    public string PortBusy(string address) =>
        Dutch
            ? $"{address} is al in gebruik: draait er nog een Burgernet? Kies een andere met --urls (of de instelling van die poort)."
            : $"{address} is already in use: is another Burgernet running? Choose another one with --urls (or that port's setting).";

    public string BadSetting(string reason) => Dutch ? $"De instellingen kloppen niet: {reason}" : $"The settings are wrong: {reason}";

    public string Stopping(int seconds) =>
        Dutch
            ? $"Stopt: wat rinkelt wordt afgebroken, wie opgenomen heeft hoort het bericht uit ({seconds} s hoogstens). Nog eens Ctrl-C stopt meteen."
            : $"Stopping: what rings is cancelled, who has answered hears the message out ({seconds} s at most). Ctrl-C again stops at once.";

    public string StopsNow => Dutch ? "Stopt meteen." : "Stopping at once.";

    public string PracticeRunning => Dutch ? "Ctrl-C stopt." : "Ctrl-C stops.";
}
