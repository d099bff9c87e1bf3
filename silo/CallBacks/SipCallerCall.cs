using System.Threading.Channels;
using Burgernet.Grains.CallBacks;
using Burgernet.Grains.Dialing;
using Burgernet.Practice;
using Burgernet.Sip;

namespace Burgernet.Silo.CallBacks;

/// <summary>A caller over SIP and RTP, with the leg to the control room once there is one. News comes on the signalling thread.</summary>
internal sealed class SipCallerCall(
    SipIncomingCall call,
    SipEndpoint endpoint,
    SipTrunk trunk,
    CarrierOptions carrier,
    bool practiceNumbersAllowed,
    CallBackSounds sounds
) : ICallerCall, ISipIncomingCallOwner, ISipCallOwner
{
    /// <summary>Keys that are passed on; more are those of a child.</summary>
    private const int MostKeys = 100;

    private readonly Channel<CallerNews> _news = Channel.CreateUnbounded<CallerNews>(new() { SingleReader = true });
    private readonly Lock _lock = new();
    private SipCallId? _desk;
    private long _attempt;
    private bool _isDeskUp;
    private bool _isOver;
    private int _keys;

    public string? Number
    {
        get
        {
            var number = call.AsksPrivacy ? "" : call.AssertedNumber ?? call.CallingNumber;
            return number.Length == 0 ? null : number;
        }
    }

    public bool HasGeneralMessage => sounds.HasGeneral;

    public ChannelReader<CallerNews> News => _news.Reader;

    public TimeSpan Played => call.Played;

    public void Ring() => call.Ring();

    public void Reject(int status)
    {
        call.Reject(status);
        Over();
    }

    public void Answer(CallerSound sound)
    {
        var (audio, again) = sounds.Of(sound);
        call.Answer(audio);
        if (again)
        {
            call.Play(audio, again);
        }
    }

    public void Play(CallerSound sound)
    {
        var (audio, again) = sounds.Of(sound);
        call.Play(audio, again);
    }

    public void Connect(string number, TimeSpan ringLimit)
    {
        lock (_lock)
        {
            if (_isOver)
            {
                return;
            }

            _attempt++;
            _isDeskUp = false;
            if (PracticeNumbers.IsPractice(number) && !practiceNumbersAllowed)
            {
                // A practice number has no owner: it must never leave this machine.
                _news.Writer.TryWrite(new CallerNews(CallerNewsKind.DeskNotReached));
                return;
            }

            _desk = endpoint.PlaceCall(
                new SipCallRequest
                {
                    Trunk = trunk,
                    To = number,
                    From = carrier.CallBackNumber,
                    RingLimit = ringLimit,
                    StaysOpen = true,
                    Tag = _attempt,
                    Owner = this,
                }
            );
        }
    }

    public void HangUp()
    {
        call.HangUp();
        EndDesk();
    }

    void ISipIncomingCallOwner.OnNews(SipIncomingCall received, SipIncomingCallNews news)
    {
        switch (news)
        {
            case SipIncomingCallNews.Acknowledged:
                _news.Writer.TryWrite(new CallerNews(CallerNewsKind.Up));
                break;
            case SipIncomingCallNews.MessagePlayed:
                _news.Writer.TryWrite(new CallerNews(CallerNewsKind.Played));
                break;
            default:
                Over();
                break;
        }
    }

    void ISipIncomingCallOwner.OnKey(SipIncomingCall received, char key)
    {
        if (++_keys <= MostKeys)
        {
            _news.Writer.TryWrite(new CallerNews(CallerNewsKind.Key, key));
        }
    }

    bool ISipCallOwner.MayStart(long tag)
    {
        lock (_lock)
        {
            return !_isOver && tag == _attempt;
        }
    }

    void ISipCallOwner.OnNews(in SipCallNews news)
    {
        lock (_lock)
        {
            if (news.Kind == SipCallNewsKind.Answered)
            {
                DeskAnswered(news);
            }
            else if (news.Kind == SipCallNewsKind.Ended && news.Tag == _attempt)
            {
                DeskEnded();
            }
        }
    }

    private void DeskAnswered(in SipCallNews news)
    {
        if (_isOver || news.Tag != _attempt)
        {
            endpoint.End(news.Call);
            return;
        }

        _isDeskUp = true;
        endpoint.Bridge(call, news.Call);
        _news.Writer.TryWrite(new CallerNews(CallerNewsKind.DeskAnswered));
    }

    private void DeskEnded()
    {
        if (_isDeskUp)
        {
            // In a bridge this is done already; where it ended before it was in one, nobody else would.
            call.HangUp();
        }
        else if (!_isOver)
        {
            _news.Writer.TryWrite(new CallerNews(CallerNewsKind.DeskNotReached));
        }
    }

    private void Over()
    {
        lock (_lock)
        {
            if (_isOver)
            {
                return;
            }

            _isOver = true;
            _news.Writer.TryWrite(new CallerNews(CallerNewsKind.Over));
        }

        EndDesk();
    }

    private void EndDesk()
    {
        SipCallId? desk;
        lock (_lock)
        {
            desk = _desk;
        }

        if (desk is { } placed)
        {
            endpoint.End(placed);
        }
    }
}
