namespace Burgernet.Api.Problems;

/// <summary>Why a bulk import is not begun, or its file not taken.</summary>
internal static class ImportReasons
{
    public static readonly ProblemReason UnknownImport = new(
        "unknown-import",
        ProblemTypes.UnknownImport,
        "There is no such import of this control room.",
        "Deze import is er niet voor deze meldkamer."
    );
    public static readonly ProblemReason ImportUnderWay = new(
        "import-under-way",
        ProblemTypes.ImportUnderWay,
        "Another import is under way: one at a time, over all control rooms.",
        "Er loopt al een import: één tegelijk, over alle meldkamers."
    );
    public static readonly ProblemReason SourceName = new(
        "source-name",
        ProblemTypes.InvalidRequest,
        "A source has 1 to 40 characters of a-z, 0-9 and '-', for instance 'card'.",
        "Een bron heeft 1 tot en met 40 tekens uit a-z, 0-9 en '-', bijvoorbeeld 'card'."
    );
    public static readonly ProblemReason ContentDigest = new(
        "content-digest",
        ProblemTypes.InvalidRequest,
        "Content-Digest holds no SHA-256 as RFC 9530 writes it: sha-256=:base64:.",
        "Content-Digest bevat geen SHA-256 zoals RFC 9530 die schrijft: sha-256=:base64:."
    );
    public static readonly ProblemReason FileRefused = new(
        "file-refused",
        ProblemTypes.InvalidImport,
        "{0} Nothing of the file was taken.",
        "{0} Van het bestand is niets overgenomen."
    );
}
