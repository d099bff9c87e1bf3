using System.Data.Common;
using Burgernet.Cells;
using Burgernet.Grains.Participants;
using Burgernet.Participants;

namespace Burgernet.Silo.Storage;

/// <summary>Rows of the register as either database gives them, in the order in which the statements of both name the columns.</summary>
internal static class StoredRegister
{
    /// <summary>A participant, without locations.</summary>
    public static ParticipantRow Participant(DbDataReader row) =>
        new()
        {
            Id = row.Uuid(0),
            Version = row.GetInt64(1),
            Status = StoredCodes.Parse<ParticipantStatus>(row.GetString(2)),
            Kind = StoredCodes.Parse<ParticipantKind>(row.GetString(3)),
            Language = row.Language(4),
            TargetGroups = (ulong)row.GetInt64(5),
            WantsArticles = row.GetBoolean(6),
            HasPracticeNumber = row.GetBoolean(7),
            Source = row.GetString(8),
            LegalBasis = StoredCodes.Parse<LegalBasis>(row.GetString(9)),
            Consent = row.IsDBNull(10) ? null : new Consent(row.Time(10), row.GetString(11)),
            Confirmation = row.IsDBNull(12)
                ? null
                : new Confirmation(StoredCodes.Parse<ConfirmationMethod>(row.GetString(12)), row.Time(13)),
            CreatedAt = row.Time(14),
            ChangedAt = row.Time(15),
            LeftAt = row.TimeOrNull(16),
            ErasedAt = row.TimeOrNull(17),
            Sealed = row.IsDBNull(18) ? null : new SealedData(row.GetString(18), row.Bytes(19), row.Bytes(20)),
            Locations = [],
            Lookups = StoredLookups.Parse(row.Bytes(21)),
        };

    /// <summary>A location.</summary>
    public static LocationRow Location(DbDataReader row) =>
        new(
            row.GetInt32(0),
            new GeoPoint(row.GetDouble(1), row.GetDouble(2)),
            (ulong)row.GetInt64(3),
            (ulong)row.GetInt64(4),
            new BorderCodes(row.TextOrNull(5), row.TextOrNull(6)),
            (ContactChannels)row.GetInt32(7),
            WeeklyHours.FromBytes(row.Bytes(8))
        );

    /// <summary>What a cell keeps of a location.</summary>
    public static Subscription Subscription(DbDataReader row) =>
        new()
        {
            ParticipantId = row.Uuid(0),
            LocationNumber = row.GetInt32(1),
            Cell = (ulong)row.GetInt64(2),
            Point = new GeoPoint(row.GetDouble(3), row.GetDouble(4)),
            Channels = (ContactChannels)row.GetInt32(5),
            Hours = WeeklyHours.FromBytes(row.Bytes(6)),
            Language = row.Language(7),
            Kind = StoredCodes.Parse<ParticipantKind>(row.GetString(8)),
            TargetGroups = (ulong)row.GetInt64(9),
            Version = row.GetInt64(10),
        };

    /// <summary>The values of a participant's own columns, in the order in which <see cref="Participant"/> reads them.</summary>
    public static object?[] Values(ParticipantRow row) =>
        [
            row.Id,
            row.Version,
            StoredCodes.Of(row.Status),
            StoredCodes.Of(row.Kind),
            StoredCodes.Of(row.Language),
            row.TargetGroups,
            row.WantsArticles,
            row.HasPracticeNumber,
            row.Source,
            StoredCodes.Of(row.LegalBasis),
            row.Consent?.At,
            row.Consent?.TextVersion,
            row.Confirmation is { } confirmation ? StoredCodes.Of(confirmation.Method) : null,
            row.Confirmation?.At,
            row.CreatedAt,
            row.ChangedAt,
            row.LeftAt,
            row.ErasedAt,
            row.Sealed?.MasterKeyId,
            row.Sealed?.WrappedKey,
            row.Sealed?.Data,
            StoredLookups.Of(row.Lookups),
        ];

    /// <summary>The values of an entry of the change log: the participant as changed, then what changed it and whom to tell.</summary>
    public static object?[] Values(ParticipantRow row, ParticipantChange change) =>
        [
            row.Id,
            row.Version,
            StoredCodes.Of(row.Status),
            change.OperationId,
            change.Fingerprint.ToBytes(),
            StoredCodes.Of(change.Role),
            change.By,
            change.At,
            StoredCells.Of(change.Cells),
            change.Cells.Count == 0,
        ];
}
