namespace Burgernet.Grains.Dossier;

/// <summary>A row of a table as a chain tells it, column by column. What the chain does not tell of is not looked at.</summary>
internal sealed class ToldRow(DossierTable table)
{
    private readonly Dictionary<string, object?> _columns = new(StringComparer.Ordinal);

    /// <summary>What a column holds.</summary>
    public object? this[string column]
    {
        get => _columns.GetValueOrDefault(column);
        set => _columns[column] = value;
    }

    /// <summary>What a column holds is not told any more.</summary>
    public void Forget(string column) => _columns.Remove(column);

    /// <summary>The first column of a stored row that says something else, or null.</summary>
    public string? Differs(IReadOnlyList<object?> row)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (_columns.TryGetValue(table.Columns[i], out var told) && !Equals(told, row[i]))
            {
                return table.Columns[i];
            }
        }

        return null;
    }
}
