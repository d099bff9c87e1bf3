using Burgernet.Dialing;
using Burgernet.Dossier;
using Burgernet.Participants;

namespace Burgernet.Tests.Api.Hosting;

/// <summary>Five deliveries, of which the last is under way, and more attempts than a page holds: what a carrier is called, and what was pressed, would be a formula in a spreadsheet.</summary>
internal sealed class FakeDossierGrain : Grain, IDossierGrain
{
    public const int Attempts = 1_203;

    private static readonly DateTimeOffset Moment = FakeActionGrain.Moment;

    public Task<DossierHead?> ReadHead() =>
        Task.FromResult<DossierHead?>(
            new DossierHead
            {
                Sequence = 7,
                Hash = new string('a', 64),
                At = DateTimeOffset.UnixEpoch.AddMicroseconds(1_764_111_600_123_456),
                Act = new string('0', 64),
                KeyId = "2026-1",
                Signature = Convert.ToBase64String(new byte[64]),
            }
        );

    public Task<DeliveryRecordPage> ReadDeliveries(string? after, int limit)
    {
        var (rows, next) = FakePages.Of(5, after, Math.Min(2, limit));
        return Task.FromResult(new DeliveryRecordPage([.. rows.Select(Record)], next));
    }

    public Task<AttemptPage> ReadAttempts(string? after, int limit)
    {
        if (after?.StartsWith('x') is true)
        {
            throw new FormatException("Not a place");
        }

        var (rows, next) = FakePages.Of(Attempts, after, limit);
        return Task.FromResult(new AttemptPage([.. rows.Select(Attempt)], next));
    }

    public Task<DeliveryViewPage> ReadViews(string? after, int limit)
    {
        var (rows, next) = FakePages.Of(5, after, limit);
        return Task.FromResult(
            new DeliveryViewPage(
                [
                    .. rows.Select(row => new DeliveryView
                    {
                        ParticipantId = new Guid(row + 1, 0, 0, new byte[8]),
                        Message = 1,
                        Lane = 0,
                        Band = row,
                        Attempts = 1,
                        UnderWay = row == 4,
                        Result = row == 4 ? DeliveryResult.None : DeliveryResult.CancelledByStop,
                        SipStatus = row == 4 ? 0 : 487,
                        Keys = "",
                        SelectedAt = Moment,
                        PlayedMilliseconds = 0,
                        Redialled = false,
                    }),
                ],
                [.. rows.Select(row => $"p{row}")],
                next
            )
        );
    }

    private static DeliveryRecord Record(int row) =>
        new()
        {
            Pseudonym = $"p{row}",
            Message = 1,
            Channel = "voice",
            Language = row == 1 ? Language.English : Language.Dutch,
            Band = row,
            SelectedAt = Moment,
            Result = row == 4 ? DeliveryResult.None : DeliveryResult.CancelledByStop,
            ResultAt = row == 4 ? null : Moment,
            Contacted = row < 4,
            Attempts = row == 4 ? 0 : 1,
            Last = row == 4 ? null : Attempt(row),
        };

    private static AttemptView Attempt(int row) =>
        new()
        {
            Pseudonym = $"p{row}",
            Message = 1,
            Channel = "voice",
            Attempt = 1,
            Carrier = row == 0 ? "=cmd()" : "practice, \"one\"",
            Redial = false,
            ClaimedAt = Moment,
            RangAt = Moment,
            EndedAt = Moment,
            End = CallEnd.CancelledByStop,
            SipStatus = 487,
            Keys = row == 0 ? "+1" : "1",
            PlayedMilliseconds = 0,
        };
}
