using System.Text.Json;
using Burgernet.Imports;
using Burgernet.Participants;

namespace Burgernet.Grains.Imports;

/// <summary>The reasons against one row, as they are found. About one column it keeps the first: what follows from that is no news.</summary>
internal sealed class RowRefusals(long line, List<ImportRefusal> all)
{
    private readonly int _before = all.Count;

    /// <summary>Whether there is any.</summary>
    public bool Any => all.Count > _before;

    /// <summary>A reason of the import's own.</summary>
    public void Add(ImportColumn? column, ImportRefusalCode code, long? otherLine = null) => Add(column, Name(code), otherLine);

    /// <summary>A reason of the register's.</summary>
    public void Add(ImportColumn? column, ParticipantRefusalCode code) => Add(column, Name(code), otherLine: null);

    /// <summary>Whether something was said of a column.</summary>
    public bool Has(ImportColumn column)
    {
        for (var i = _before; i < all.Count; i++)
        {
            if (all[i].Column == column.English)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How codes are stored and shown.</summary>
    public static string Name<T>(T code)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString());

    private void Add(ImportColumn? column, string code, long? otherLine)
    {
        if (column is null || !Has(column))
        {
            all.Add(new ImportRefusal(line, column?.English, code, otherLine));
        }
    }
}
