using Burgernet.CallBacks;
using Burgernet.Grains.Dialing;

namespace Burgernet.Grains.CallBacks;

/// <summary>One caller, from the first ring to the end: rings, hears the message, is put through to the control room. One step after the other, driven by the news of the call.</summary>
internal sealed class CallBackSession(ICallerCall call, CarrierOptions carrier, CallBackDesk desk)
{
    private readonly Guid _id = Guid.NewGuid();
    private FoundCaller? _found;
    private Task _stored = Task.CompletedTask;
    private Task<CallerNews>? _reading;
    private bool _isOver;

    /// <summary>Serves the caller; returns when the call is over and stored.</summary>
    public async Task Run()
    {
        call.Ring();
        var lines = desk.Lines(carrier);
        if (!await TakeLines(lines))
        {
            if (!_isOver)
            {
                desk.Refuse(call, carrier, 486);
            }

            return;
        }

        CallBackEnding? ending;
        TimeSpan conversation;
        try
        {
            (ending, conversation) = await Serve();
        }
        finally
        {
            call.HangUp();
            lines.GiveBack();
        }

        if (ending is { } how && _found is { Concerned: { } concerned })
        {
            await _stored;
            await desk.Store(concerned, action => action.CallBackEnded(new CallBackEnd(_id, concerned.ParticipantId, how, conversation)));
        }
    }

    private async Task<bool> TakeLines(CallerLines lines)
    {
        using var gone = new CancellationTokenSource();
        var taking = lines.Take(desk.Options.LongestWait, gone.Token);
        if (await Task.WhenAny(taking, Reading()) == taking)
        {
            return await taking;
        }

        // Before it is answered there is one thing to hear of a caller: that they are gone.
        await gone.CancelAsync();
        if (await taking)
        {
            lines.GiveBack();
        }

        await Next();
        return false;
    }

    /// <summary>From the answer to the end.</summary>
    /// <returns>How it ended; null where the caller was gone before they were answered.</returns>
    private async Task<(CallBackEnding? Ending, TimeSpan Conversation)> Serve()
    {
        _found = await desk.Find(call.Number, carrier);
        CallerSound sound =
            _found is not null ? new CallerSound.Message(_found.Concerned.ActionId, _found.Message)
            : call.HasGeneralMessage ? new CallerSound.General()
            : new CallerSound.Ringing();
        call.Answer(sound);
        if (await Next() is not { Kind: CallerNewsKind.Up })
        {
            return (null, TimeSpan.Zero);
        }

        desk.Instruments.Answered(carrier.Name);
        var (ending, conversation) = (CallBackEnding.HungUp, TimeSpan.Zero);
        try
        {
            if (sound is CallerSound.Ringing || await Listen())
            {
                (ending, conversation) = await PutThrough();
            }

            return (ending, conversation);
        }
        finally
        {
            desk.Instruments.Ended(carrier.Name, ending, known: _found is not null, conversation);
        }
    }

    /// <summary>The message plays until it is over, the caller presses 1, or hangs up.</summary>
    /// <returns>Whether the caller is still there.</returns>
    private async Task<bool> Listen()
    {
        CallerNews news;
        do
        {
            news = await Next();
        } while (news.Kind == CallerNewsKind.Key && news.Key != DeliveryResultPolicy.ConfirmKey);

        if (_found is { } found)
        {
            var heard = new CallBackHeard
            {
                Call = _id,
                ParticipantId = found.Concerned.ParticipantId,
                Message = found.Message.Number,
                PlayedMilliseconds = (int)call.Played.TotalMilliseconds,
                MessageMilliseconds = found.Message.Spoken.DurationMilliseconds,
                PressedKey = news.Kind == CallerNewsKind.Key,
            };
            _stored = desk.Store(found.Concerned, action => action.CalledBack(heard));
        }

        return !_isOver;
    }

    private async Task<(CallBackEnding Ending, TimeSpan Conversation)> PutThrough()
    {
        if (desk.Options.NumberOf(_found?.Concerned.ControlRoom ?? OnlyControlRoom) is not { } number)
        {
            await SoundBusy();
            return (CallBackEnding.NoNumber, TimeSpan.Zero);
        }

        call.Play(new CallerSound.Ringing());
        for (var attempt = 1; attempt <= desk.Options.Attempts; attempt++)
        {
            if (attempt > 1 && await Wait(desk.Options.BetweenAttempts))
            {
                return (CallBackEnding.HungUp, TimeSpan.Zero);
            }

            call.Connect(number, desk.Options.RingLimit);
            var news = await NextOf(CallerNewsKind.DeskAnswered, CallerNewsKind.DeskNotReached);
            if (news == CallerNewsKind.DeskAnswered)
            {
                var began = desk.Time.GetTimestamp();
                await Wait(desk.Options.LongestConversation);
                return (CallBackEnding.Connected, desk.Time.GetElapsedTime(began));
            }

            if (_isOver)
            {
                return (CallBackEnding.HungUp, TimeSpan.Zero);
            }
        }

        await SoundBusy();
        return (CallBackEnding.NotReached, TimeSpan.Zero);
    }

    private string? OnlyControlRoom => carrier.ControlRooms is [var only] ? only : null;

    private Task<bool> SoundBusy()
    {
        call.Play(new CallerSound.Busy());
        return Wait(desk.Options.BusyTone);
    }

    /// <summary>Lets time pass.</summary>
    /// <returns>Whether the call is over.</returns>
    private async Task<bool> Wait(TimeSpan most)
    {
        var began = desk.Time.GetTimestamp();
        while (!_isOver && most - desk.Time.GetElapsedTime(began) is { Ticks: > 0 } left)
        {
            await NewsWithin(left);
        }

        return _isOver;
    }

    private async Task<CallerNewsKind> NextOf(CallerNewsKind one, CallerNewsKind other)
    {
        CallerNews news;
        do
        {
            news = await Next();
        } while (news.Kind != one && news.Kind != other && !_isOver);

        return news.Kind;
    }

    /// <summary>The next news; after the end only the end.</summary>
    private async Task<CallerNews> Next()
    {
        if (_isOver)
        {
            return new CallerNews(CallerNewsKind.Over);
        }

        var reading = Reading();
        var news = await reading;
        _reading = null;
        _isOver = news.Kind == CallerNewsKind.Over;
        return news;
    }

    /// <summary>Waits for news, not longer than so.</summary>
    private async Task NewsWithin(TimeSpan most)
    {
        var reading = Reading();
        using var enough = new CancellationTokenSource();
        if (await Task.WhenAny(reading, Task.Delay(most, desk.Time, enough.Token)) == reading)
        {
            await enough.CancelAsync();
            await Next();
        }
    }

    /// <summary>One reading at a time; what it brings waits for whoever asks next.</summary>
    private Task<CallerNews> Reading() => _reading ??= call.News.ReadAsync().AsTask();
}
