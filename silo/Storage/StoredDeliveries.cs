using System.Data.Common;
using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Burgernet.Participants;

namespace Burgernet.Silo.Storage;

/// <summary>Deliveries as either database gives them, in the order in which the statements of both name the columns.</summary>
internal static class StoredDeliveries
{
    /// <summary>A delivery that a lane takes up again.</summary>
    public static StoredDelivery Delivery(DbDataReader row)
    {
        var delivery = new StoredDelivery
        {
            ParticipantId = row.Uuid(0),
            Message = row.GetInt32(1),
            Medium = StoredCodes.Parse<Medium>(row.GetString(2)),
            Chosen = (ContactChannels)row.GetInt32(3),
            Language = row.Language(4),
            Band = row.GetInt32(5),
            Result = (DeliveryResult)row.GetInt32(6),
            Contacted = row.GetBoolean(7),
            Attempts = row.IsDBNull(8) ? 0 : row.GetInt32(8),
        };
        return delivery.Attempts == 0
            ? delivery
            : delivery with
            {
                Nonce = row.Uuid(9),
                Incarnation = row.GetString(10),
                Carrier = row.GetString(11),
                ClaimedAt = row.Time(12),
                AnsweredAt = row.TimeOrNull(13),
                Ended = !row.IsDBNull(14),
                EndedAt = row.TimeOrNull(14),
                End = (CallEnd)row.GetInt32(15),
                SipStatus = row.GetInt32(16),
                Tries = row.GetInt32(17),
            };
    }

    /// <summary>A delivery as it is shown.</summary>
    public static DeliveryView View(DbDataReader row)
    {
        var result = (DeliveryResult)row.GetInt32(5);
        var attempts = row.IsDBNull(7) ? 0 : row.GetInt32(7);
        return new DeliveryView
        {
            ParticipantId = row.Uuid(0),
            Message = row.GetInt32(1),
            Medium = StoredCodes.Parse<Medium>(row.GetString(2)),
            Lane = row.GetInt32(3),
            Band = row.GetInt32(4),
            Result = result,
            SelectedAt = row.Time(6),
            Attempts = attempts,
            ClaimedAt = row.TimeOrNull(8),
            AnsweredAt = row.TimeOrNull(9),
            EndedAt = row.TimeOrNull(10),
            Redialled = row.GetBoolean(11),
            SipStatus = attempts == 0 ? 0 : row.GetInt32(12),
            Keys = attempts == 0 ? "" : row.GetString(13),
            PlayedMilliseconds = attempts == 0 ? 0 : row.GetInt32(14),
            UnderWay = attempts > 0 && result == DeliveryResult.None && row.IsDBNull(10),
        };
    }
}
