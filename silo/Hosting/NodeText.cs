using System.Globalization;
using Burgernet.Silo.Storage;

namespace Burgernet.Silo.Hosting;

/// <summary>What the node prints for people, in Dutch and English.</summary>
internal sealed class NodeText(string language)
{
    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language == "nl" ? "nl-NL" : "en-GB");

    /// <summary>Whether it speaks Dutch; English otherwise.</summary>
    public bool Dutch => language == "nl";

    /// <summary>Between the carriers in the banner: each begins a line of its own.</summary>
    public const string NextCarrier = "\n             ";

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
                  Gegevens   {facts.Data}
                  Verder     README.md, "De eerste actie"; Ctrl-C stopt: wie opgenomen heeft hoort het bericht nog uit

                """
            : $"""

                Burgernet is running.
                  API        {facts.Url}    (description: /openapi/v1.json, health: /health/ready, metrics: /metrics)
                  Register   {people} invented participants around Deventer and Schalkhaar; places GeoNames (CC BY 4.0), density invented
                  Telephony  {facts.Carrier}
                  Data       {facts.Data}
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

    /// <summary>One sentence; never with a password, and for a wrong setting with the words of every wrong setting.</summary>
    public string StorageProblem(StorageProblem problem, string subject) =>
        problem switch
        {
            Storage.StorageProblem.UnknownProvider => BadSetting(
                Dutch ? $"{subject} moet sqlite of postgres zijn." : $"{subject} must be sqlite or postgres."
            ),
            Storage.StorageProblem.NoConnectionString => BadSetting(
                Dutch
                    ? $"met PostgreSQL is {subject} nodig: Host=…;Database=…;Username=…;Password=…"
                    : $"PostgreSQL needs {subject}: Host=…;Database=…;Username=…;Password=…"
            ),
            Storage.StorageProblem.BadConnectionString => BadSetting(
                Dutch
                    ? $"{subject} is niet te lezen, of Host, Database of Username ontbreekt (de tekst zelf staat hier niet, om het wachtwoord)."
                    : $"{subject} cannot be read, or lacks Host, Database or Username (it is not shown here for its password's sake)."
            ),
            Storage.StorageProblem.PlainNetwork => BadSetting(
                Dutch
                    ? $"de database op {subject} staat buiten deze machine en de verbinding zou onversleuteld kunnen zijn; zet SSL Mode=VerifyFull in de verbindingstekst, of Burgernet:Storage:Postgres:PlainNetwork=true als het netwerk anders beschermd is."
                    : $"the database on {subject} is beyond this machine and the connection might not be encrypted; put SSL Mode=VerifyFull in the connection string, or set Burgernet:Storage:Postgres:PlainNetwork=true where the network is protected otherwise."
            ),
            Storage.StorageProblem.LoginRefused => Dutch
                ? $"PostgreSQL weigert {subject}: klopt gebruiker en wachtwoord, en mag die van hier komen (pg_hba.conf)?"
                : $"PostgreSQL refuses {subject}: are user and password right, and may they come from here (pg_hba.conf)?",
            Storage.StorageProblem.NoDatabase => Dutch
                ? $"De database bestaat niet: {subject}. Maak haar eerst aan (docs/operations.md)."
                : $"There is no such database: {subject}. Create it first (docs/operations.md).",
            Storage.StorageProblem.TooOld => Dutch
                ? $"PostgreSQL is te oud, 15 of nieuwer is nodig: {subject}."
                : $"PostgreSQL is too old, 15 or newer is needed: {subject}.",
            Storage.StorageProblem.MayNotMigrate => Dutch
                ? $"De tabellen van {subject} moeten worden bijgewerkt en deze gebruiker mag dat niet; draai 'migrate' als eigenaar (docs/operations.md)."
                : $"The tables of {subject} must be brought up to date and this user may not do that; run 'migrate' as their owner (docs/operations.md).",
            Storage.StorageProblem.MigrationFailed => Dutch
                ? $"De tabellen konden niet worden bijgewerkt: {subject}."
                : $"The tables could not be brought up to date: {subject}.",
            _ => Dutch
                ? $"PostgreSQL antwoordt niet: {subject}. Draait het, kloppen adres en poort, en kan het TLS als dat gevraagd is?"
                : $"PostgreSQL does not answer: {subject}. Does it run, are address and port right, and does it have TLS if that is asked for?",
        };

    public string SchemaUpToDate(string place) => Dutch ? $"De tabellen van {place} zijn bij." : $"The tables of {place} are up to date.";

    public string PortBusy(string address) =>
        Dutch
            ? $"{address} is al in gebruik: draait er nog een Burgernet? Kies een andere met --urls (of de instelling van die poort)."
            : $"{address} is already in use: is another Burgernet running? Choose another one with --urls (or that port's setting).";

    public string BadSetting(string english, string dutch) => BadSetting(Dutch ? dutch : english);

    public string BadSetting(string reason) => Dutch ? $"De instellingen kloppen niet: {reason}" : $"The settings are wrong: {reason}";

    public string Stopping(int seconds) =>
        Dutch
            ? $"Stopt: wat rinkelt wordt afgebroken, wie opgenomen heeft hoort het bericht uit ({seconds} s hoogstens). Nog eens Ctrl-C stopt meteen."
            : $"Stopping: what rings is cancelled, who has answered hears the message out ({seconds} s at most). Ctrl-C again stops at once.";

    public string InventUsage(int most) =>
        Dutch
            ? $"Gebruik: invent --participants 1..{most.ToString("N0", _culture)} --out BESTAND [--seed GETAL] [--until JJJJ-MM-DD] [--places Deventer,Schalkhaar]"
            : $"Usage: invent --participants 1..{most.ToString("N0", _culture)} --out FILE [--seed NUMBER] [--until YYYY-MM-DD] [--places Deventer,Schalkhaar]";

    public string Invented(int participants, int locations, string file)
    {
        var (people, places) = (participants.ToString("N0", _culture), locations.ToString("N0", _culture));
        return Dutch
            ? $"{people} verzonnen deelnemers met {places} verblijflocaties in {file}; plaatsen GeoNames (CC BY 4.0), oefennummers"
            : $"{people} invented participants with {places} locations in {file}; places GeoNames (CC BY 4.0), practice numbers";
    }

    public string StopsNow => Dutch ? "Stopt meteen." : "Stopping at once.";

    public string PracticeRunning => Dutch ? "Ctrl-C stopt." : "Ctrl-C stops.";
}
