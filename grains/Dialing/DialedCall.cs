using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>A call that a dialer placed, with what is known of it and what its lane has stored of that.</summary>
internal sealed class DialedCall(VoiceCall call, int messageMilliseconds)
{
    private CallReport _report = new()
    {
        ParticipantId = call.Order.ParticipantId,
        Message = call.Order.Message,
        Attempt = call.Order.Attempt,
        Nonce = call.Order.Nonce,
        MessageMilliseconds = messageMilliseconds,
    };

    private bool _answerTold;

    /// <summary>Most keys kept of one call.</summary>
    public const int MostKeys = 16;

    public VoiceCall Call => call;

    public bool Answered => _report.AnsweredAt is not null;

    public bool Ended => _report.EndedAt is not null;

    /// <summary>How it ended.</summary>
    public CallEnd End => _report.End;

    /// <summary>The limited prefix that it counts for, or null.</summary>
    public string? Prefix { get; init; }

    /// <summary>Set when we cancel it ourselves: what the cancellation means.</summary>
    public CallEnd CancelMeaning { get; set; } = CallEnd.None;

    /// <summary>Whether there is news that its lane must store soon.</summary>
    public bool Dirty { get; private set; }

    /// <summary>Whether somebody answered and its lane does not know.</summary>
    public bool AnswerUntold => Dirty && Answered && !_answerTold;

    /// <summary>Takes in a piece of news.</summary>
    public void Apply(in VoiceCallNews news)
    {
        switch (news.Kind)
        {
            case VoiceCallNewsKind.Ringing:
                _report = _report with { RangAt = news.At };
                break;
            case VoiceCallNewsKind.Answered:
                _report = _report with { AnsweredAt = news.At };
                Dirty = true;
                break;
            case VoiceCallNewsKind.Key when _report.Keys.Length < MostKeys:
                _report = _report with { Keys = _report.Keys + news.Key };
                break;
            case VoiceCallNewsKind.Ended:
                _report = _report with
                {
                    EndedAt = news.At,
                    End = Meaning(news.End),
                    SipStatus = news.SipStatus,
                    PlayedMilliseconds = news.PlayedMilliseconds,
                };
                Dirty = true;
                break;
            default:
                break;
        }
    }

    /// <summary>The report to store now.</summary>
    public CallReport TakeReport()
    {
        Dirty = false;
        _answerTold = Answered;
        return _report;
    }

    /// <summary>The report was not stored: it must be offered again.</summary>
    public void NotStored() => (Dirty, _answerTold) = (true, false);

    private CallEnd Meaning(CallEnd end) => end == CallEnd.CancelledByStop && CancelMeaning != CallEnd.None ? CancelMeaning : end;
}
