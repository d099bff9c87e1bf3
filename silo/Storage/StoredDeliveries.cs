using System.Data.Common;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;

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
            Language = row.Language(1),
            Band = row.GetInt32(2),
            Result = (DeliveryResult)row.GetInt32(3),
            Contacted = row.GetBoolean(4),
            Attempts = row.IsDBNull(5) ? 0 : row.GetInt32(5),
        };
        return delivery.Attempts == 0
            ? delivery
            : delivery with
            {
                Nonce = row.Uuid(6),
                Incarnation = row.GetString(7),
                Carrier = row.GetString(8),
                ClaimedAt = row.Time(9),
                AnsweredAt = row.TimeOrNull(10),
                Ended = !row.IsDBNull(11),
                EndedAt = row.TimeOrNull(11),
                End = (CallEnd)row.GetInt32(12),
                SipStatus = row.GetInt32(13),
                Tries = row.GetInt32(14),
            };
    }

    /// <summary>A delivery as it is shown.</summary>
    public static DeliveryView View(DbDataReader row)
    {
        var result = (DeliveryResult)row.GetInt32(3);
        var attempts = row.IsDBNull(5) ? 0 : row.GetInt32(5);
        return new DeliveryView
        {
            ParticipantId = row.Uuid(0),
            Lane = row.GetInt32(1),
            Band = row.GetInt32(2),
            Result = result,
            SelectedAt = row.Time(4),
            Attempts = attempts,
            ClaimedAt = row.TimeOrNull(6),
            AnsweredAt = row.TimeOrNull(7),
            EndedAt = row.TimeOrNull(8),
            Redialled = row.GetBoolean(9),
            SipStatus = attempts == 0 ? 0 : row.GetInt32(10),
            Keys = attempts == 0 ? "" : row.GetString(11),
            PlayedMilliseconds = attempts == 0 ? 0 : row.GetInt32(12),
            UnderWay = attempts > 0 && result == DeliveryResult.None && row.IsDBNull(8),
        };
    }
}
