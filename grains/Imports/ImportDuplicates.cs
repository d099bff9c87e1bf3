using Burgernet.Imports;

namespace Burgernet.Grains.Imports;

/// <summary>Finds rows of one file that speak of the same participant or the same phone: the first has it. About 80 bytes a row.</summary>
/// <remarks>Only rows that go on count: whoever is refused for another reason takes nobody's place.</remarks>
internal sealed class ImportDuplicates
{
    private readonly Dictionary<Guid, int> _participants = [];
    private readonly Dictionary<Participants.LookupHash, int> _phones = [];

    /// <summary>Whether a row is the first of its kind.</summary>
    /// <param name="row">The row.</param>
    /// <param name="refusals">Every reason against it is added here.</param>
    public bool IsFirst(StagedRow row, List<ImportRefusal> refusals)
    {
        var against = new RowRefusals(row.Line, refusals);
        if (_participants.TryGetValue(row.Row.Id, out var line))
        {
            against.Add(ImportColumns.Reference, ImportRefusalCode.ReferenceRepeated, line);
        }

        foreach (var phone in row.Phones)
        {
            if (_phones.TryGetValue(phone.Hash, out line))
            {
                against.Add(ImportColumns.Named(phone.Column), ImportRefusalCode.PhoneInOtherRow, line);
            }
        }

        if (against.Any)
        {
            return false;
        }

        _participants.Add(row.Row.Id, (int)row.Line);
        foreach (var phone in row.Phones)
        {
            _phones.Add(phone.Hash, (int)row.Line);
        }

        return true;
    }
}
