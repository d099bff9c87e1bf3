using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>A call that a dialer placed, with what is known of it.</summary>
internal sealed class DialedCall(VoiceCall call, int messageMilliseconds) : DialedAttempt(call, call.Order, messageMilliseconds)
{
    /// <summary>Most keys kept of one call.</summary>
    public const int MostKeys = 16;

    public VoiceCall Call => call;

    /// <summary>Takes in a piece of news.</summary>
    public void Apply(in VoiceCallNews news)
    {
        switch (news.Kind)
        {
            case VoiceCallNewsKind.Ringing:
                Report = Report with { RangAt = news.At };
                break;
            case VoiceCallNewsKind.Answered:
                Report = Report with { AnsweredAt = news.At };
                Dirty = true;
                break;
            case VoiceCallNewsKind.Key when Report.Keys.Length < MostKeys:
                Report = Report with { Keys = Report.Keys + news.Key };
                break;
            case VoiceCallNewsKind.Ended:
                Report = Report with
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

    private CallEnd Meaning(CallEnd end) => end == CallEnd.CancelledByStop && CancelMeaning != CallEnd.None ? CancelMeaning : end;
}
