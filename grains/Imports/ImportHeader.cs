using System.Text;
using Burgernet.Imports;

namespace Burgernet.Grains.Imports;

/// <summary>Which column stands where in a file, and what parts the fields.</summary>
internal sealed class ImportHeader
{
    // The one that Dutch spreadsheets write is not the one that standards name.
    private static readonly byte[] Delimiters = [(byte)',', (byte)';', (byte)'\t'];

    private static readonly Dictionary<string, ImportColumn> ByName = ImportColumns
        .All.SelectMany(column => new[] { column.English, column.Dutch }.Distinct(StringComparer.Ordinal).Select(name => (name, column)))
        .ToDictionary(named => named.name, named => named.column, StringComparer.OrdinalIgnoreCase);

    private readonly int[] _fields;

    private ImportHeader(byte delimiter, int[] fields, int count) => (Delimiter, _fields, Count) = (delimiter, fields, count);

    /// <summary>What stands between fields.</summary>
    public byte Delimiter { get; }

    /// <summary>How many fields each line has.</summary>
    public int Count { get; }

    /// <summary>Whether numbers may be written with a comma: where the comma parts no fields.</summary>
    public bool DecimalComma => Delimiter != (byte)',';

    /// <summary>Reads the first line of a file.</summary>
    /// <param name="line">The line; valid UTF-8.</param>
    /// <param name="problem">Why the file cannot be read, when null is answered.</param>
    public static ImportHeader? Read(ReadOnlySpan<byte> line, out ImportFileProblem? problem)
    {
        var delimiter = MostFrequent(line);
        var names = new CsvFields();
        if (names.Read(line, delimiter) is not null)
        {
            problem = new ImportFileProblem(ImportFileProblemCode.NoHeader) { Line = 1 };
            return null;
        }

        var fields = new int[ImportColumns.All.Count];
        Array.Fill(fields, -1);
        for (var field = 0; field < names.Count; field++)
        {
            var name = names.Text(field);
            if (!ByName.TryGetValue(name, out var column) || fields[column.Ordinal] >= 0)
            {
                var code = column is null ? ImportFileProblemCode.ColumnUnknown : ImportFileProblemCode.ColumnRepeated;
                problem = new ImportFileProblem(code) { Line = 1, Column = Shown(name) };
                return null;
            }

            fields[column.Ordinal] = field;
        }

        var missing = ImportColumns.All.FirstOrDefault(column => column.IsRequired && fields[column.Ordinal] < 0);
        problem = missing is null
            ? null
            : new ImportFileProblem(ImportFileProblemCode.ColumnMissing) { Line = 1, Column = missing.English };
        return missing is null ? new ImportHeader(delimiter, fields, names.Count) : null;
    }

    /// <summary>Where a column stands, or −1 where the file does not have it.</summary>
    public int FieldOf(ImportColumn column) => _fields[column.Ordinal];

    private static byte MostFrequent(ReadOnlySpan<byte> line)
    {
        var most = Delimiters[0];
        foreach (var delimiter in Delimiters)
        {
            most = line.Count(delimiter) > line.Count(most) ? delimiter : most;
        }

        return most;
    }

    // What a header holds may be anything, a number of somebody too where the header is missing.
    private static string Shown(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name.Take(40))
        {
            text.Append(char.IsAsciiDigit(letter) && name.Length > 20 || char.IsControl(letter) ? '?' : letter);
        }

        return text.ToString();
    }
}
