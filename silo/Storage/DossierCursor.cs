using System.Globalization;

namespace Burgernet.Silo.Storage;

/// <summary>A place in a dossier: everything up to and including an entry was read.</summary>
/// <param name="At">The entry's time, in microseconds since 1970.</param>
/// <param name="Lane">Its lane, or -1 for the action's own chain.</param>
/// <param name="Sequence">Its place in that chain.</param>
internal readonly record struct DossierCursor(long At, int Lane, long Sequence)
{
    /// <summary>From its text; the start for null.</summary>
    /// <exception cref="FormatException">Not the text of a cursor.</exception>
    public static DossierCursor Parse(string? text)
    {
        if (text is null)
        {
            return new DossierCursor(-1, -1, 0);
        }

        var parts = text.Split('.');
        return
            parts.Length == 3
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var lane)
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? new DossierCursor(at, lane, sequence)
            : throw new FormatException("Not a place in a dossier");
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At}.{Lane}.{Sequence}");
}
