using System.Globalization;
using System.Net;
using Burgernet.Sip;
using Burgernet.Sip.Media;

namespace Burgernet.Tests.Unit.Practice;

/// <summary>An incoming call without a network: notes what the phone does to it, and tells the phone what the caller does.</summary>
internal sealed class FakeIncomingCall(string called, string callId = "call-1") : SipIncomingCall
{
    private readonly Lock _lock = new();
    private readonly List<string> _acts = [];

    public override string CallId => callId;

    public override string CalledNumber => called;

    public override string CallingNumber => "+31570000000";

    public override string? AssertedNumber => null;

    public override bool AsksPrivacy => false;

    public override TimeSpan Played => TimeSpan.Zero;

    public override IPEndPoint Peer { get; } = new(IPAddress.Loopback, 5060);

    public override long RtpPacketsReceived => Packets;

    public override long RtpBytesReceived => Packets * 160;

    public long Packets { get; set; }

    public AudioMessage? Greeting { get; private set; }

    /// <summary>What was done so far, for instance <c>180 200 key:1 bye</c>.</summary>
    public string Acts
    {
        get
        {
            lock (_lock)
            {
                return string.Join(' ', _acts);
            }
        }
    }

    public void Tell(SipIncomingCallNews news) => Owner!.OnNews(this, news);

    public override void Ring() => Note("180");

    public override void Answer(AudioMessage? play = null)
    {
        Greeting = play;
        Note("200");
    }

    public override void Reject(int statusCode, int retryAfterSeconds = 0) =>
        Note(string.Create(CultureInfo.InvariantCulture, $"{statusCode}{(retryAfterSeconds > 0 ? $"/{retryAfterSeconds}" : "")}"));

    public override void Play(AudioMessage message, bool again = false) => Note("play");

    public override void SendKey(char key) => Note($"key:{key}");

    public override void HangUp() => Note("bye");

    private void Note(string act)
    {
        lock (_lock)
        {
            _acts.Add(act);
        }
    }
}
