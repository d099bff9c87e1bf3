using Burgernet.Grains.Dossier;

namespace Burgernet.Silo.Hosting;

/// <summary>What <see cref="VerifyCommand"/> prints, in Dutch and English.</summary>
internal sealed class DossierText(string language)
{
    /// <summary>Whether it speaks Dutch; English otherwise.</summary>
    public bool Dutch => language == "nl";

    public string Usage =>
        Dutch
            ? "Gebruik: verify ACTIE [instellingen], of verify --all [instellingen]. ACTIE is het nummer van de actie, zoals in haar adres; instellingen als die van de node."
            : "Usage: verify ACTION [settings], or verify --all [settings]. ACTION is the id of the action, as in its address; settings as those of the node.";

    public string NoDatabase(string file) => Dutch ? $"Er is geen database {file}." : $"There is no database {file}.";

    public string NoAction(Guid actionId) =>
        Dutch ? $"Van actie {actionId:D} staat hier geen dossier." : $"There is no dossier of action {actionId:D} here.";

    public static string Progress(int number, int of) => $"{number}/{of} ";

    public string Fault(DossierFault fault) => $"{Place(fault)}: {What(fault.Kind)}";

    public string Outcome(Guid actionId, DossierCheck check, int faults) =>
        (Dutch, faults) switch
        {
            (true, 0) =>
                $"Dossier van actie {actionId:D}: {check.Entries} regels in {check.Chains} ketens, ongebroken; {check.Signatures} handtekeningen kloppen, {check.Rows} rijen ernaast zeggen hetzelfde.",
            (false, 0) =>
                $"Dossier of action {actionId:D}: {check.Entries} entries in {check.Chains} chains, unbroken; {check.Signatures} signatures hold, {check.Rows} rows beside them say the same.",
            (true, _) => $"Dossier van actie {actionId:D}: GEBROKEN, {faults} fouten in {check.Entries} regels en {check.Rows} rijen.",
            _ => $"Dossier of action {actionId:D}: BROKEN, {faults} faults in {check.Entries} entries and {check.Rows} rows.",
        };

    public string OutcomeOfAll(int actions, int broken) =>
        (Dutch, broken) switch
        {
            (true, 0) => $"{actions} dossiers, alle ongebroken.",
            (false, 0) => $"{actions} dossiers, all unbroken.",
            (true, _) => $"{actions} dossiers, waarvan GEBROKEN: {broken}.",
            _ => $"{actions} dossiers, of which BROKEN: {broken}.",
        };

    private string Place(DossierFault fault)
    {
        var entry = Dutch ? $"regel {fault.Sequence}" : $"entry {fault.Sequence}";
        var what =
            fault.Row.Length == 0 ? entry
            : fault.Sequence == 0 ? fault.Row
            : $"{entry}, {fault.Row}";
        return fault.Lane is not { } lane ? what
            : Dutch ? $"baan {lane}, {what}"
            : $"lane {lane}, {what}";
    }

    private string What(DossierFaultKind kind) =>
        kind switch
        {
            DossierFaultKind.Sequence => Dutch ? "volgt niet op de regel ervoor" : "does not follow the entry before it",
            DossierFaultKind.Previous => Dutch
                ? "draagt niet de hash van de regel ervoor"
                : "does not carry the hash of the entry before it",
            DossierFaultKind.Content => Dutch ? "is na het vastleggen veranderd" : "was changed after it was recorded",
            DossierFaultKind.Anchor => Dutch
                ? "staat niet meer in de keten zoals de actie haar verankerde: de keten is ingekort of herschreven"
                : "does not stand in the chain any more as the action anchored it: the chain was shortened or written anew",
            DossierFaultKind.NotSigned => Dutch ? "is niet getekend" : "is not signed",
            DossierFaultKind.Signature => Dutch ? "draagt een handtekening die niet klopt" : "carries a signature that does not hold",
            DossierFaultKind.UnknownKey => Dutch
                ? "is getekend met een sleutel die hier niet is ingesteld"
                : "is signed with a key that is not configured here",
            DossierFaultKind.Column => Dutch ? "zegt iets anders dan de keten" : "does not say what the chain says",
            DossierFaultKind.MissingRow => Dutch ? "ontbreekt, en de keten noemt haar" : "is missing, and the chain tells of it",
            _ => Dutch ? "staat er, en geen keten noemt haar" : "is there, and no chain tells of it",
        };
}
