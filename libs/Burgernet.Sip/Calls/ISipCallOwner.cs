namespace Burgernet.Sip;

/// <summary>Who placed a call: is asked right before its INVITE leaves and hears what becomes of it.</summary>
/// <remarks>Both members run on the signalling thread, for many calls a second: they must not block, throw or allocate in steady state.
/// One owner usually serves all calls of a dialer and tells them apart by the tag it gave in <see cref="SipCallRequest.Tag"/>.</remarks>
public interface ISipCallOwner
{
    /// <summary>The last look before the first INVITE of a call is sent (lease, age of the claim, permission to start).</summary>
    /// <param name="tag">The tag given with the request.</param>
    /// <returns><see langword="false"/> to drop the call: nothing is sent and it ends as <see cref="SipCallEnd.Withheld"/>.</returns>
    bool MayStart(long tag);

    /// <summary>Something final happened to a call. Per call: at most one each of Sent, Ringing and Answered, any number of keys, exactly one Ended, which is the last.</summary>
    /// <param name="news">What happened; valid only during the call.</param>
    void OnNews(in SipCallNews news);
}
