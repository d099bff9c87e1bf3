using System.Collections.Concurrent;
using System.Threading.Channels;
using Burgernet.Grains.CallBacks;
using Xunit;

namespace Burgernet.Tests.Scenarios.Phones;

/// <summary>Somebody who calls the number that called, as a test speaks of them.</summary>
internal sealed class ScriptedCaller(string? number, ControlRoomPhone controlRoom, bool hasGeneralMessage = false) : ICallerCall
{
    private readonly Channel<CallerNews> _news = Channel.CreateUnbounded<CallerNews>();
    private readonly ConcurrentQueue<CallerSound> _heard = new();
    private int _played;
    private int _over;

    public string? Number => number;

    public bool HasGeneralMessage => hasGeneralMessage;

    public ChannelReader<CallerNews> News => _news.Reader;

    public TimeSpan Played => TimeSpan.FromMilliseconds(Volatile.Read(ref _played));

    /// <summary>What was heard so far.</summary>
    public IReadOnlyCollection<CallerSound> Heard => _heard;

    /// <summary>The status with which it was turned down, or 0.</summary>
    public int Refusal { get; private set; }

    /// <summary>Whether caller and control room hear each other.</summary>
    public bool IsConnected { get; private set; }

    public bool IsOver => Volatile.Read(ref _over) == 1;

    public Task Served { get; set; } = Task.CompletedTask;

    public void Ring() { }

    public void Reject(int status)
    {
        Refusal = status;
        HangUp();
    }

    public void Answer(CallerSound sound)
    {
        Play(sound);
        _news.Writer.TryWrite(new CallerNews(CallerNewsKind.Up));
    }

    public void Play(CallerSound sound)
    {
        Volatile.Write(ref _played, 0);
        _heard.Enqueue(sound);
    }

    public void Connect(string called, TimeSpan ringLimit)
    {
        Assert.Equal(ControlRoomPhone.Number, called);
        var isAnswered = controlRoom.Ring();
        IsConnected = isAnswered;
        _news.Writer.TryWrite(new CallerNews(isAnswered ? CallerNewsKind.DeskAnswered : CallerNewsKind.DeskNotReached));
    }

    public void HangUp()
    {
        if (Interlocked.Exchange(ref _over, 1) == 0)
        {
            _news.Writer.TryWrite(new CallerNews(CallerNewsKind.Over));
        }
    }

    public Task ShouldHear<T>()
        where T : CallerSound => PhoneNetwork.Until($"the caller hears {typeof(T).Name}", () => _heard.OfType<T>().Any());

    public async Task<CallerSound.Message> ShouldHearMessageOf(Guid action)
    {
        await ShouldHear<CallerSound.Message>();
        var message = Assert.Single(_heard.OfType<CallerSound.Message>());
        Assert.Equal(action, message.ActionId);
        return message;
    }

    /// <summary>The message is over.</summary>
    public void ListensToTheEnd()
    {
        Listens(PhoneNetwork.MessageMilliseconds);
        _news.Writer.TryWrite(new CallerNews(CallerNewsKind.Played));
    }

    /// <summary>So much of the message has been played.</summary>
    public void Listens(int milliseconds) => Volatile.Write(ref _played, milliseconds);

    public void Presses(char key) => _news.Writer.TryWrite(new CallerNews(CallerNewsKind.Key, key));

    public Task ShouldBeConnected() => PhoneNetwork.Until("caller and control room are connected", () => IsConnected);

    /// <summary>The call is over, and what there is to store is stored.</summary>
    public Task ShouldBeServed() => PhoneNetwork.Until("the call is over and stored", () => Served.IsCompletedSuccessfully);
}
