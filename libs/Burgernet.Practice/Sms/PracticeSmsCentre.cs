using System.Collections;
using System.Security.Cryptography;
using System.Text;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Session;
using Burgernet.Smpp.Text;

namespace Burgernet.Practice;

/// <summary>The SMSC without its socket: takes segments or not, has them end as their phones want it, gives receipts, keeps inbox and record.</summary>
internal sealed class PracticeSmsCentre : ISmppServerHandler, IAsyncDisposable
{
    private const int MaskedFrom = 6;
    private const int MostSenders = 10_000;

    private readonly Lock _lock = new();
    private readonly PracticeSmscOptions _options;
    private readonly TimeProvider _time;
    private readonly PracticeAgenda _agenda;
    private readonly PracticeReceiptBox _receipts;
    private readonly PracticeSmsRate _rate;
    private readonly PracticeSmsBook _book;
    private readonly PracticeSmsInbox _inbox;
    private readonly PracticeSmsNames _names;
    private readonly PracticeSmsCounts _counts = new();
    private readonly BitArray? _turnedAway;
    private readonly Dictionary<string, string> _senders = new(StringComparer.Ordinal);
    private int _peakWaiting;
    private int _lastReference;
    private bool _isStopping;

    /// <summary>Opens the record; takes segments from then on.</summary>
    /// <param name="options">Valid settings.</param>
    /// <param name="time">The clock of all phones.</param>
    public PracticeSmsCentre(PracticeSmscOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _agenda = new PracticeAgenda(time);
        _receipts = new PracticeReceiptBox(_agenda, options.Receipts.Again * options.Pace, options.Receipts.MostHeld);
        _rate = new PracticeSmsRate(options.SegmentsPerSecond);
        _book = new PracticeSmsBook(options.RecordFile, options.RecordsInMemory, time);
        _inbox = new PracticeSmsInbox(time, options.InboxSize);
        _names = new PracticeSmsNames(options.Receipts.IdFormat, time);
        _turnedAway = options.Mix is { ThrottledOnce: 0, QueueFullOnce: 0 } ? null : new BitArray(PracticeNumbers.Count);
    }

    public IReadOnlyList<PracticeSmsRecord> Records => Locked(_book.Snapshot);

    public IReadOnlyList<PracticeSms> Inbox => Locked(_inbox.Snapshot);

    public PracticeSmsTotals Totals => Locked(_counts.Totals);

    public PracticeSmsPeaks Peaks => Locked(() => new PracticeSmsPeaks(_rate.PeakOffered, _rate.PeakTaken, _peakWaiting));

    public int Waiting => Locked(() => _book.Waiting);

    public Exception? RecordFailure => _book.Failure;

    /// <inheritdoc/>
    public ValueTask<CommandStatus> OnBindAsync(SmppServerSession session, BindRequest request)
    {
        var (id, password) = (request.Credentials.SystemId, request.Credentials.Password);
        return new(
            id != _options.SystemId ? CommandStatus.InvalidSystemId
            : !CryptographicOperations.FixedTimeEquals(Encoding.Latin1.GetBytes(password), Encoding.Latin1.GetBytes(_options.Password))
                ? CommandStatus.InvalidPassword
            : Locked(() => _isStopping) ? CommandStatus.BindFailed
            : CommandStatus.Ok
        );
    }

    /// <inheritdoc/>
    public void OnBound(SmppServerSession session)
    {
        if (session.Bind!.Mode != BindMode.Transmitter)
        {
            _receipts.Open(session);
        }
    }

    /// <inheritdoc/>
    public void OnEnded(SmppServerSession session, SmppFailure failure) => _receipts.Close(session);

    /// <inheritdoc/>
    public ValueTask<MessageAnswer> OnMessageAsync(SmppServerSession session, IncomingMessage message)
    {
        var pdu = message.Pdu;
        PracticeSubmission? taken;
        CommandStatus status;
        PracticeSmsPhone phone;
        lock (_lock)
        {
            var now = PracticeMoment.Now(_time);
            var segment = PracticeSegment.Read(pdu, now.Utc, _options.Validity);
            var number = PracticeSmsAddress.Number(segment.Destination);
            var isPractice = PracticeNumbers.TryGetIndex(number, out var index);
            phone = isPractice ? PracticeSmsPhonePolicy.For(index, _options) : default;
            _rate.Offer(now.Monotonic);
            var sequence = _counts.Arrived();
            (status, var refusal) = Decide(now.Monotonic, segment, isPractice, index, phone);
            _counts.Answered(status, refusal);
            var record = new PracticeSmsRecord
            {
                Run = _book.Run,
                Sequence = sequence,
                Esme = session.Bind!.Credentials.SystemId,
                To = isPractice ? number : Mask(number),
                From = PracticeSmsAddress.Shown(segment.Source),
                Content = segment.Content,
                Part = segment.Part,
                Parts = segment.Parts,
                Submitted = now,
                Status = (int)status,
                Refusal = refusal,
                Behaviour = refusal is null or PracticeSmsRefusal.Phone ? phone.Behaviour : null,
            };
            taken = status == CommandStatus.Ok ? Take(session, pdu, segment, phone, record) : null;
            if (taken is null)
            {
                _book.Refuse(record);
            }
        }

        var answer = taken is null ? MessageAnswer.Refused(status) : new MessageAnswer(CommandStatus.Ok, _names.InResponse(taken.Id));
        if (taken is { Phone.ReceiptsEarly: true, Fate: PracticeSmsState.Delivered or PracticeSmsState.Undelivered })
        {
            End(taken, taken.Fate);
        }

        if (phone.AnswersAfter <= TimeSpan.Zero)
        {
            return new(answer);
        }

        var later = new TaskCompletionSource<MessageAnswer>();
        _agenda.Add(phone.AnswersAfter, () => later.TrySetResult(answer));
        return new(later.Task);
    }

    /// <inheritdoc/>
    public void OnAnswered(SmppServerSession session, IncomingMessage message, MessageAnswer answer)
    {
        if (answer.Status != CommandStatus.Ok || Locked(() => _book.Find(_names.Read(answer.MessageId))) is not { IsOver: false } taken)
        {
            return;
        }

        // Counted from the submit, however long the answer took to leave.
        var left = taken.Record.Submitted.Monotonic + taken.Phone.AnswersAfter + taken.After - PracticeMoment.Now(_time).Monotonic;
        if (left > TimeSpan.Zero)
        {
            _agenda.Add(left, () => End(taken, taken.Fate));
            return;
        }

        End(taken, taken.Fate);
    }

    /// <inheritdoc/>
    public QueryResult OnQuery(SmppServerSession session, MessageId id)
    {
        lock (_lock)
        {
            return Own(session, id) is not { } found
                ? new(SubmitOutcome.Refused, CommandStatus.QueryFailed, default, 0, default)
                : new(
                    SubmitOutcome.Accepted,
                    CommandStatus.Ok,
                    PracticeReceiptPdu.StateOf(found.Record.State ?? PracticeSmsState.Waiting),
                    0,
                    found.Record.Ended is { } ended ? SmppTime.At(ended.Utc) : default
                );
        }
    }

    /// <inheritdoc/>
    public CommandStatus OnCancel(SmppServerSession session, MessageId id) =>
        Locked(() => Own(session, id)) is { IsOver: false } found && End(found, PracticeSmsState.Deleted)
            ? CommandStatus.Ok
            : CommandStatus.CancelFailed;

    /// <summary>A phone sends an SMS.</summary>
    /// <param name="phone">Its number.</param>
    /// <param name="to">Whom to: the ESME that last sent something from there gets it, or else any that receives.</param>
    /// <param name="text">What it says.</param>
    public async Task<PracticeReplyOutcome> ReplyAsync(string phone, string to, string text)
    {
        var esme = Locked(() => _senders.GetValueOrDefault(to));
        var reference = (ushort)Interlocked.Increment(ref _lastReference);
        foreach (var segment in MessageSegments.Cut(text, reference))
        {
            if (_receipts.Listener(esme) is not { } session)
            {
                return PracticeReplyOutcome.NobodyListens;
            }

            var result = await session.DeliverAsync(
                new SubmitRequest(segment) { Source = SmppAddress.International(phone), Destination = PracticeSmsAddress.Of(to) }
            );
            if (result.Outcome != SubmitOutcome.Accepted)
            {
                return PracticeReplyOutcome.NotTaken;
            }
        }

        return PracticeReplyOutcome.Taken;
    }

    /// <summary>Takes no more segments and no more binds.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            _isStopping = true;
        }
    }

    /// <summary>Forgets what waits and writes what is left of the record.</summary>
    public ValueTask DisposeAsync()
    {
        _agenda.Dispose();
        return _book.DisposeAsync();
    }

    private static string Mask(string number) =>
        number.Length <= MaskedFrom ? number : string.Concat(number.AsSpan(0, MaskedFrom), new string('x', number.Length - MaskedFrom));

    private T Locked<T>(Func<T> read)
    {
        lock (_lock)
        {
            return read();
        }
    }

    private (CommandStatus Status, PracticeSmsRefusal? Refusal) Decide(
        TimeSpan now,
        in PracticeSegment segment,
        bool isPractice,
        int index,
        in PracticeSmsPhone phone
    )
    {
        if (!isPractice)
        {
            return (CommandStatus.InvalidDestination, PracticeSmsRefusal.NotPracticeNumber);
        }

        if (_isStopping)
        {
            return (CommandStatus.SystemError, PracticeSmsRefusal.Stopping);
        }

        if (segment.Validity is null)
        {
            return (CommandStatus.InvalidValidityPeriod, PracticeSmsRefusal.Validity);
        }

        if (segment.Wait is null)
        {
            return (CommandStatus.InvalidScheduleTime, PracticeSmsRefusal.Schedule);
        }

        if (!_rate.HasRoom(now))
        {
            return (CommandStatus.Throttled, PracticeSmsRefusal.TooFast);
        }

        if (_book.Waiting >= _options.MostWaiting)
        {
            return (CommandStatus.QueueFull, PracticeSmsRefusal.QueueFull);
        }

        var status = phone.Behaviour switch
        {
            PracticeSmsBehaviour.Rejected => CommandStatus.InvalidDestination,
            PracticeSmsBehaviour.ThrottledOnce when !_turnedAway![index] => CommandStatus.Throttled,
            PracticeSmsBehaviour.QueueFullOnce when !_turnedAway![index] => CommandStatus.QueueFull,
            _ => CommandStatus.Ok,
        };
        if (status == CommandStatus.Ok)
        {
            return (status, null);
        }

        _turnedAway?.Set(index, true);
        return (status, PracticeSmsRefusal.Phone);
    }

    private PracticeSubmission Take(
        SmppServerSession session,
        in MessagePdu pdu,
        in PracticeSegment segment,
        in PracticeSmsPhone phone,
        PracticeSmsRecord record
    )
    {
        _rate.Take(record.Submitted.Monotonic);
        var id = _names.Id(record.Sequence);
        var (fate, after) = FateOf(segment, phone);
        var submission = new PracticeSubmission
        {
            Session = session,
            Esme = record.Esme,
            Source = segment.Source,
            Destination = segment.Destination,
            Registered = pdu.RegisteredDelivery,
            Phone = phone,
            Fate = fate,
            After = after,
            Id = id,
            Record = record with { MessageId = _names.InResponse(id).ToString(), State = PracticeSmsState.Waiting },
            Entry = _inbox.Take(pdu),
        };
        if (_senders.Count < MostSenders || _senders.ContainsKey(record.From))
        {
            _senders[record.From] = record.Esme;
        }

        _book.Begin(submission);
        _peakWaiting = Math.Max(_peakWaiting, _book.Waiting);
        return submission;
    }

    private static (PracticeSmsState Fate, TimeSpan After) FateOf(in PracticeSegment segment, in PracticeSmsPhone phone)
    {
        var (validity, arrives) = (segment.Validity!.Value, segment.Wait!.Value + phone.DeliversAfter);
        return phone.Behaviour switch
        {
            PracticeSmsBehaviour.Lost => (PracticeSmsState.Lost, arrives),
            PracticeSmsBehaviour.Expired => (PracticeSmsState.Expired, validity),
            _ when arrives >= validity => (PracticeSmsState.Expired, validity),
            PracticeSmsBehaviour.Undelivered => (PracticeSmsState.Undelivered, arrives),
            _ => (PracticeSmsState.Delivered, arrives),
        };
    }

    private PracticeSubmission? Own(SmppServerSession session, MessageId id) =>
        _book.Find(_names.Read(id)) is { } found && found.Esme == session.Bind!.Credentials.SystemId ? found : null;

    private bool End(PracticeSubmission submission, PracticeSmsState state)
    {
        int receipts;
        lock (_lock)
        {
            if (submission.IsOver)
            {
                return false;
            }

            var now = PracticeMoment.Now(_time);
            receipts = ReceiptsOf(submission, state);
            submission.Record = submission.Record with { State = state, Ended = now, Receipts = receipts };
            _counts.Ended(state);
            _book.End(submission);
            if (submission.Entry is { } entry)
            {
                entry.Sms = entry.Sms with { State = state, EndedAt = now.Utc };
            }
        }

        if (receipts > 0)
        {
            var message = PracticeReceiptPdu.Of(submission, _names.InReceipt(submission.Id), state, _options.Receipts.HasTlvs);
            var receipt = new PracticeReceipt(submission.Esme, message, isTaken => Told(submission, isTaken));
            _receipts.Send(receipt, submission.Session);
            if (receipts > 1)
            {
                _agenda.Add(_options.Receipts.Again * _options.Pace, () => _receipts.Send(receipt, submission.Session));
            }
        }

        return true;
    }

    // §5.2.17, bits 1 and 0: 01 is whatever becomes of it, 10 is failure only.
    private static int ReceiptsOf(PracticeSubmission submission, PracticeSmsState state)
    {
        var isAsked =
            submission.Registered.HasFlag(RegisteredDelivery.Receipt)
            || (submission.Registered.HasFlag(RegisteredDelivery.ReceiptOfFailure) && state != PracticeSmsState.Delivered);
        return !isAsked || state == PracticeSmsState.Lost || submission.Phone.ReceiptsMissing ? 0
            : submission.Phone.ReceiptsTwice ? 2
            : 1;
    }

    private void Told(PracticeSubmission submission, bool isTaken)
    {
        lock (_lock)
        {
            _counts.ReceiptTold(isTaken);
            if (isTaken)
            {
                submission.Record = submission.Record with { ReceiptsTaken = submission.Record.ReceiptsTaken + 1 };
                _book.Note(submission);
            }
        }
    }
}
