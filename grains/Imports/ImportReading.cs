using System.Text;
using Burgernet.Grains.Participants;
using Burgernet.Imports;
using Burgernet.Participants;

namespace Burgernet.Grains.Imports;

/// <summary>Reads lines into rows of the register: fields, values, policy, seal. No I/O; any number of threads at once.</summary>
/// <param name="order">What is imported.</param>
/// <param name="header">The file's header.</param>
/// <param name="profiles">What may stand in the register.</param>
/// <param name="rows">Seals it.</param>
/// <param name="seal">Makes keyed hashes.</param>
/// <param name="groups">The bits of the configured target groups by their ids.</param>
/// <param name="now">The time of the import.</param>
internal sealed class ImportReading(
    ImportOrder order,
    ImportHeader header,
    ProfilePolicy profiles,
    ParticipantRows rows,
    PersonalSeal seal,
    IReadOnlyDictionary<string, ulong> groups,
    DateTimeOffset now
)
{
    private const byte BetweenFields = 0x1F;

    private readonly ImportRowReader _reader = new(header, order.Source, groups);

    /// <summary>Reads the lines of a batch; the header is not among them.</summary>
    public ReadLines Read(CsvBatch batch)
    {
        var fields = new CsvFields();
        var content = new MemoryStream();
        var accepted = new List<StagedRow>(batch.Lines.Count);
        var refusals = new List<ImportRefusal>();
        foreach (var line in batch.Lines)
        {
            var bytes = batch.Of(line);
            if (Encodings.ProblemOf(bytes, line.End == CsvLineEnd.File) is { } encoding)
            {
                return new(batch.Lines.Count, accepted, refusals, new ImportFileProblem(encoding) { Line = line.Number });
            }

            var against = new RowRefusals(line.Number, refusals);
            if (WhyNotFields(line, bytes, fields) is { } fault)
            {
                if (line.End == CsvLineEnd.File && fault is ImportRefusalCode.FieldsMissing or ImportRefusalCode.QuoteNotClosed)
                {
                    var cutOff = new ImportFileProblem(ImportFileProblemCode.CutOff) { Line = line.Number };
                    return new(batch.Lines.Count, accepted, refusals, cutOff);
                }

                against.Add(column: null, fault);
            }
            else if (Row(line.Number, fields, content, against) is { } row)
            {
                accepted.Add(row);
            }
        }

        return new(batch.Lines.Count, accepted, refusals, Problem: null);
    }

    /// <summary>The id of the participant that a source calls so: the same whenever the file comes again, and nobody can work it out who lacks the key.</summary>
    /// <remarks>A UUID of version 8 (RFC 9562 §5.8). Control rooms do not share references.</remarks>
    public static Guid IdOf(PersonalSeal seal, ImportOrder order, string reference)
    {
        // None of the three can hold a NUL.
        var hash = seal.Fingerprint(Encoding.UTF8.GetBytes($"import-id\0{order.ControlRoom}\0{order.Source}\0{reference}"));
        var bytes = hash.ToBytes();
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private ImportRefusalCode? WhyNotFields(CsvLine line, ReadOnlySpan<byte> bytes, CsvFields fields)
    {
        if (line.End == CsvLineEnd.TooLong)
        {
            return ImportRefusalCode.LineTooLong;
        }

        return fields.Read(bytes, header.Delimiter) switch
        {
            CsvFault.QuoteNotClosed => ImportRefusalCode.QuoteNotClosed,
            CsvFault.TextAfterQuote => ImportRefusalCode.TextAfterQuote,
            _ when fields.Count < header.Count => ImportRefusalCode.FieldsMissing,
            _ when fields.Count > header.Count => ImportRefusalCode.FieldsTooMany,
            _ => null,
        };
    }

    private StagedRow? Row(long line, CsvFields fields, MemoryStream content, RowRefusals against)
    {
        var read = _reader.Read(fields, now, against);
        var refusals = new List<ParticipantRefusal>();
        var profile = profiles.Check(read.Registration, now, refusals);
        foreach (var refusal in refusals)
        {
            var column = PolicyColumns.Of(refusal, read);
            if (PolicyColumns.OtherHalf(column) is not { } half || !against.Has(half))
            {
                against.Add(column, refusal.Code);
            }
        }

        if (profile is null || against.Any)
        {
            return null;
        }

        var row = rows.Create(IdOf(seal, order, read.Reference), read.Registration, profile, now);
        var phones = row.Lookups.Where(lookup => lookup.Kind == LookupKind.Phone);
        return new StagedRow(
            line,
            read.SignedUpAt is { } at ? row with { CreatedAt = at } : row,
            Content(fields, content),
            [.. phones.Zip(read.Phones, (phone, column) => new StagedPhone(phone.Hash, column.English))]
        );
    }

    /// <summary>The same for the same values, whatever their order, delimiter and quotes in the file.</summary>
    private LookupHash Content(CsvFields fields, MemoryStream content)
    {
        content.SetLength(0);
        foreach (var column in ImportColumns.All)
        {
            if (header.FieldOf(column) is >= 0 and var field)
            {
                content.Write(fields.Raw(field));
            }

            content.WriteByte(BetweenFields);
        }

        return seal.Fingerprint(content.GetBuffer().AsSpan(0, (int)content.Length));
    }
}
