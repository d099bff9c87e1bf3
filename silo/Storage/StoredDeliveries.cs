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
            Message = row.GetInt32(1),
            Language = row.Language(2),
            Band = row.GetInt32(3),
            Result = (DeliveryResult)row.GetInt32(4),
            Contacted = row.GetBoolean(5),
            Attempts = row.IsDBNull(6) ? 0 : row.GetInt32(6),
        };
        return delivery.Attempts == 0
            ? delivery
            : delivery with
            {
                Nonce = row.Uuid(7),
                Incarnation = row.GetString(8),
                Carrier = row.GetString(9),
                ClaimedAt = row.Time(10),
                AnsweredAt = row.TimeOrNull(11),
                Ended = !row.IsDBNull(12),
                EndedAt = row.TimeOrNull(12),
                End = (CallEnd)row.GetInt32(13),
                SipStatus = row.GetInt32(14),
                Tries = row.GetInt32(15),
            };
    }

    /// <summary>A delivery as it is shown.</summary>
    public static DeliveryView View(DbDataReader row)
    {
        var result = (DeliveryResult)row.GetInt32(4);
        var attempts = row.IsDBNull(6) ? 0 : row.GetInt32(6);
        return new DeliveryView
        {
            ParticipantId = row.Uuid(0),
            Message = row.GetInt32(1),
            Lane = row.GetInt32(2),
            Band = row.GetInt32(3),
            Result = result,
            SelectedAt = row.Time(5),
            Attempts = attempts,
            ClaimedAt = row.TimeOrNull(7),
            AnsweredAt = row.TimeOrNull(8),
            EndedAt = row.TimeOrNull(9),
            Redialled = row.GetBoolean(10),
            SipStatus = attempts == 0 ? 0 : row.GetInt32(11),
            Keys = attempts == 0 ? "" : row.GetString(12),
            PlayedMilliseconds = attempts == 0 ? 0 : row.GetInt32(13),
            UnderWay = attempts > 0 && result == DeliveryResult.None && row.IsDBNull(9),
        };
    }
}
