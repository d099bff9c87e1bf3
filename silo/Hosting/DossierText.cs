using Burgernet.Grains.Actions;

namespace Burgernet.Silo.Hosting;

/// <summary>What <see cref="VerifyCommand"/> prints, in Dutch and English.</summary>
internal sealed class DossierText(string language)
{
    /// <summary>Whether it speaks Dutch; English otherwise.</summary>
    public bool Dutch => language == "nl";

    public string Usage =>
        Dutch
            ? "Gebruik: verify ACTIE [instellingen]. ACTIE is het nummer van de actie, zoals in haar adres; instellingen als die van de node."
            : "Usage: verify ACTION [settings]. ACTION is the id of the action, as in its address; settings as those of the node.";

    public string NoDatabase(string file) => Dutch ? $"Er is geen database {file}." : $"There is no database {file}.";

    public string NoAction(Guid actionId) =>
        Dutch ? $"Van actie {actionId:D} staat hier geen dossier." : $"There is no dossier of action {actionId:D} here.";

    public string Fault(DossierFault fault)
    {
        var where = fault.Lane is { } lane
            ? Dutch
                ? $"baan {lane}, regel {fault.Sequence}"
                : $"lane {lane}, entry {fault.Sequence}"
            : Dutch
                ? $"regel {fault.Sequence}"
                : $"entry {fault.Sequence}";
        var what = fault.Kind switch
        {
            DossierFaultKind.Sequence => Dutch ? "volgt niet op de regel ervoor" : "does not follow the entry before it",
            DossierFaultKind.Previous => Dutch
                ? "draagt niet de hash van de regel ervoor"
                : "does not carry the hash of the entry before it",
            DossierFaultKind.Results => Dutch
                ? "noemt andere uitslagen dan de banen: het einde van een keten ontbreekt"
                : "names other results than the lanes do: the end of a chain is missing",
            _ => Dutch ? "is na het vastleggen veranderd" : "was changed after it was recorded",
        };
        return $"{where}: {what}";
    }

    public string Outcome(Guid actionId, long entries, int chains, int faults) =>
        (Dutch, faults) switch
        {
            (true, 0) => $"Dossier van actie {actionId:D}: {entries} regels in {chains} ketens, ongebroken.",
            (false, 0) => $"Dossier of action {actionId:D}: {entries} entries in {chains} chains, unbroken.",
            (true, _) => $"Dossier van actie {actionId:D}: GEBROKEN, {faults} fouten in {entries} regels.",
            _ => $"Dossier of action {actionId:D}: BROKEN, {faults} faults in {entries} entries.",
        };
}
