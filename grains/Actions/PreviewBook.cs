using Burgernet.Actions;
using Burgernet.Dialing;

namespace Burgernet.Grains.Actions;

/// <summary>An action's previews as its events tell them. No I/O.</summary>
internal sealed class PreviewBook
{
    private readonly Dictionary<Guid, (ActionEvent Ordered, PreviewData Data)> _ordered = [];
    private readonly Dictionary<Guid, PreviewedData> _ended = [];

    /// <summary>Takes in a <c>preview</c>.</summary>
    public void Order(ActionEvent happened)
    {
        var data = ActionEventData.Read<PreviewData>(happened.Data);
        _ordered[data.PreviewId] = (happened, data);
    }

    /// <summary>Takes in a <c>previewed</c>.</summary>
    public void End(ActionEvent happened)
    {
        var data = ActionEventData.Read<PreviewedData>(happened.Data);
        _ended[data.PreviewId] = data;
    }

    /// <summary>Whether one is not over yet.</summary>
    public bool UnderWay(DateTimeOffset now) => _ordered.Values.Any(preview => preview.Data.Until > now && !IsOver(preview.Data.PreviewId));

    /// <summary>Whether its result is stored, or there is no such preview.</summary>
    public bool IsOver(Guid previewId) => _ended.ContainsKey(previewId) || !_ordered.ContainsKey(previewId);

    /// <summary>The preview that was ordered under an idempotency key.</summary>
    public Guid? Of(string operationId) =>
        _ordered
            .Values.Where(preview => preview.Ordered.OperationId == operationId)
            .Select(preview => (Guid?)preview.Data.PreviewId)
            .FirstOrDefault();

    /// <summary>A preview as it stands, or null where there is none.</summary>
    /// <param name="previewId">Which.</param>
    /// <param name="now">Without a result after its time it is unknown what became of it.</param>
    /// <param name="news">What is known of its call and not stored.</param>
    public Preview? Read(Guid previewId, DateTimeOffset now, CallReport? news)
    {
        if (!_ordered.TryGetValue(previewId, out var preview))
        {
            return null;
        }

        var ended = _ended.GetValueOrDefault(previewId);
        return new Preview
        {
            Id = previewId,
            At = preview.Ordered.At,
            Dispatcher = preview.Ordered.Actor.Dispatcher,
            Language = preview.Data.Language,
            MaskedPhone = preview.Data.Phone,
            Result = ended?.Result ?? (preview.Data.Until > now ? PreviewResult.UnderWay : PreviewResult.Unknown),
            RangAt = ended is null ? news?.RangAt : ended.RangAt,
            AnsweredAt = ended is null ? news?.AnsweredAt : ended.AnsweredAt,
            SipStatus = ended?.SipStatus ?? 0,
            PlayedMilliseconds = ended?.PlayedMilliseconds ?? 0,
            MessageMilliseconds = preview.Data.MessageMilliseconds,
            Medium = preview.Data.Medium ?? Medium.Voice,
        };
    }
}
