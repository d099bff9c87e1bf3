namespace Burgernet.Silo.Dossier;

/// <summary>The keys for dossiers cannot be used.</summary>
/// <param name="problem">Why.</param>
/// <param name="subject">Which setting or file; never a key.</param>
/// <param name="innerException">The cause.</param>
internal sealed class DossierKeyException(DossierKeyProblem problem, string subject, Exception? innerException = null)
    : Exception($"{problem}: {subject}", innerException)
{
    /// <summary>One sentence for people, in Dutch or English.</summary>
    public string Text(bool dutch) =>
        problem switch
        {
            DossierKeyProblem.OpenFile => dutch
                ? $"{subject} is leesbaar voor anderen: chmod 600."
                : $"{subject} can be read by others: chmod 600.",
            DossierKeyProblem.BadFile => dutch
                ? $"{subject} is niet te lezen als bestand met sleutels (JSON met SigningKeys)."
                : $"{subject} cannot be read as a file with keys (JSON with SigningKeys).",
            DossierKeyProblem.CannotSign => dutch
                ? $"de laatste sleutel van {subject} moet dossiers tekenen en heeft geen geheim deel."
                : $"the last key of {subject} is to sign dossiers and has no private part.",
            _ => dutch
                ? $"{subject} kan niet kloppen: een sleutel is ECDSA P-256 in PEM of base64, en heeft een naam van 1 tot 40 tekens die er één keer staat."
                : $"{subject} cannot be right: a key is ECDSA P-256 in PEM or base64, and has a name of 1 to 40 characters that is there once.",
        };
}
