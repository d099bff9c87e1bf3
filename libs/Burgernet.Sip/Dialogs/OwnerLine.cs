using Burgernet.Sip.Diagnostics;

namespace Burgernet.Sip.Dialogs;

/// <summary>Talks to the owners of placed calls. An owner that throws must not take all other calls with it: it is counted, and gets no permission.</summary>
internal sealed class OwnerLine(SignallingMeters meters)
{
    public bool MayStart(OutgoingCall call)
    {
        try
        {
            return call.Request.Owner.MayStart(call.Request.Tag);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            meters.OwnerFaults++;
            return false;
        }
    }

    public void Tell(
        OutgoingCall call,
        SipCallNewsKind kind,
        int status,
        SipCallEnd end = SipCallEnd.None,
        char key = '\0',
        int retryAfter = 0,
        SipBarrier barrier = SipBarrier.None
    ) =>
        Tell(
            call.Request.Owner,
            new SipCallNews
            {
                Tag = call.Request.Tag,
                Call = call.Id,
                Kind = kind,
                End = end,
                StatusCode = status,
                Key = key,
                Played = call.Media?.Played ?? TimeSpan.Zero,
                RetryAfterSeconds = retryAfter,
                Barrier = barrier,
                Connection = call.Connection,
            }
        );

    public void Tell(ISipCallOwner owner, in SipCallNews news)
    {
        try
        {
            owner.OnNews(news);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            meters.OwnerFaults++;
        }
    }
}
