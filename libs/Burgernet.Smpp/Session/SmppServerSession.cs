using System.Text;
using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Session;

/// <summary>One ESME's connection to an <see cref="SmppServer"/>.</summary>
public sealed class SmppServerSession : ILinkUser
{
    private const int LongestResponse = 256;

    private readonly SmppServerOptions _options;
    private readonly ISmppServerHandler _handler;
    private readonly TimeProvider _time;
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isBinding;

    internal SmppServerSession(Wire wire, SmppServerOptions options, ISmppServerHandler handler, LinkMeters meters, TimeProvider time)
    {
        _options = options;
        _handler = handler;
        _time = time;
        Link = new SmppLink(
            wire,
            options.Link,
            new SendRate(agreed: null),
            meters,
            time,
            this,
            message => handler.OnMessageAsync(this, message),
            (message, answer) => handler.OnAnswered(this, message, answer)
        );
        Over = EndAsync();
    }

    /// <summary>Who is bound; null before.</summary>
    public BindRequest? Bind { get; private set; }

    /// <summary>Whether it is bound and not over.</summary>
    public bool IsBound => Link is { IsBound: true, IsEnded: false };

    /// <summary>deliver_sm that are sent and not answered.</summary>
    public int InFlight => Link.InFlight;

    /// <summary>Anything that a handler wants to keep with a session.</summary>
    public object? Tag { get; set; }

    internal SmppLink Link { get; }

    /// <summary>Done when the session is over and its handler was told.</summary>
    internal Task Over { get; }

    /// <summary>deliver_sm: a message or a receipt to the ESME. Waits for its turn behind the window, then for the response.</summary>
    /// <param name="request">The SMS.</param>
    public ValueTask<SubmitResult> DeliverAsync(in SubmitRequest request) => Link.Request(new MessageBody(CommandId.DeliverSm, request));

    /// <summary>data_sm to the ESME.</summary>
    /// <param name="request">The SMS; what data_sm has no field for is left out.</param>
    public ValueTask<SubmitResult> SendDataAsync(in SubmitRequest request) => Link.Request(new MessageBody(CommandId.DataSm, request));

    /// <summary>alert_notification: a handset can be reached again.</summary>
    /// <param name="source">The handset.</param>
    public void Alert(SmppAddress source)
    {
        Span<byte> room = stackalloc byte[LongestResponse];
        var pdu = new AlertPdu { Source = new AddressField(source.Type, source.Plan, Encoding.Latin1.GetBytes(source.Digits)) };
        if (pdu.TryWrite(room, Link.NextSequence(), out var written))
        {
            Link.Send(room[..written]);
        }
    }

    /// <summary>Unbinds once what waits was delivered, within the grace, and closes.</summary>
    public Task UnbindAsync(TimeSpan grace) => Link.CloseAsync(grace);

    /// <summary>Closes at once, without unbinding.</summary>
    public void Close() => Link.End(SmppFailure.Closed);

    internal void Start()
    {
        Link.Start();
        _ = LimitAsync();
    }

    bool ILinkUser.Takes(CommandId command) =>
        IsBound && Bind!.Mode != BindMode.Receiver && command is CommandId.SubmitSm or CommandId.DataSm;

    void ILinkUser.OnPdu(SmppLink link, in PduHeader header, ReadOnlySpan<byte> body)
    {
        if (header.Command.IsBind())
        {
            OnBind(header, body);
        }
        else if (!IsBound && header.Command.HasResponse())
        {
            link.Send(header.Command.Response(), CommandStatus.InvalidBindStatus, header.Sequence);
        }
        else
        {
            OnAsked(header, body);
        }
    }

    private void OnBind(in PduHeader header, ReadOnlySpan<byte> body)
    {
        if (_isBinding || !BindPdu.TryRead(body, out var pdu, out _))
        {
            Link.Send(header.Command.Response(), CommandStatus.AlreadyBound, header.Sequence);
            return;
        }

        _isBinding = true;
        var request = new BindRequest(
            BindModes.Of(header.Command),
            new SmppCredentials(Encoding.Latin1.GetString(pdu.SystemId), Encoding.Latin1.GetString(pdu.Password)),
            Encoding.Latin1.GetString(pdu.SystemType),
            pdu.InterfaceVersion,
            Encoding.Latin1.GetString(pdu.AddressRange)
        );
        _ = BindAsync(request, header);
    }

    private async Task BindAsync(BindRequest request, PduHeader header)
    {
        CommandStatus status;
        try
        {
            status = await _handler.OnBindAsync(this, request);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            LinkMeters.Count(ref Link.Meters.HandlerFaults);
            status = CommandStatus.SystemError;
        }

        if (status != CommandStatus.Ok)
        {
            Link.Send(header.Command.Response(), status, header.Sequence);
            Link.Finish(SmppFailure.BindRefused);
            return;
        }

        Bind = request;
        SendBindResponse(header, request.Mode);
        _settled.TrySetResult();
        try
        {
            _handler.OnBound(this);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The handler's affair; the session goes on.
            LinkMeters.Count(ref Link.Meters.HandlerFaults);
        }
    }

    private void SendBindResponse(in PduHeader header, BindMode mode)
    {
        Span<byte> room = stackalloc byte[LongestResponse];
        Span<byte> version = stackalloc byte[8];
        var size = Tlv.Write(version, TlvTag.ScInterfaceVersion, SmppVersion.Number, 1);
        var response = new BindResponsePdu { SystemId = Encoding.Latin1.GetBytes(_options.SystemId), Tlvs = new TlvList(version[..size]) };
        response.TryWrite(room, header.Command.Response(), CommandStatus.Ok, header.Sequence, out var written);
        Link.SendBound(room[..written], mode != BindMode.Transmitter);
    }

    private void OnAsked(in PduHeader header, ReadOnlySpan<byte> body)
    {
        switch (header.Command)
        {
            case CommandId.QuerySm when QueryPdu.TryRead(body, out var query, out _):
                Answer(header, query.MessageId, _handler.OnQuery(this, new MessageId(query.MessageId)));
                break;
            case CommandId.CancelSm when CancelPdu.TryRead(body, out var cancel, out _):
                Link.Send(CommandId.CancelSmResp, _handler.OnCancel(this, new MessageId(cancel.MessageId)), header.Sequence);
                break;
            case CommandId.ReplaceSm when ReplacePdu.TryRead(body, out var replace, out _):
                var status = _handler.OnReplace(this, new MessageId(replace.MessageId), replace.ShortMessage);
                Link.Send(CommandId.ReplaceSmResp, status, header.Sequence);
                break;
            case CommandId.SubmitMulti:
                Link.Send(CommandId.SubmitMultiResp, CommandStatus.SubmitFailed, header.Sequence);
                break;
            default:
                if (header.Command.HasResponse())
                {
                    Link.Send(header.Command.Response(), CommandStatus.InvalidBindStatus, header.Sequence);
                }

                break;
        }
    }

    private void Answer(in PduHeader header, ReadOnlySpan<byte> id, in QueryResult result)
    {
        if (result.Status != CommandStatus.Ok)
        {
            Link.Send(CommandId.QuerySmResp, result.Status, header.Sequence);
            return;
        }

        Span<byte> room = stackalloc byte[LongestResponse];
        Span<byte> date = stackalloc byte[Text.SmppTime.Length];
        var response = new QueryResponsePdu
        {
            MessageId = id,
            FinalDate = date[..result.FinalDate.Write(date)],
            State = result.State,
            ErrorCode = result.ErrorCode,
        };
        response.TryWrite(room, CommandStatus.Ok, header.Sequence, out var written);
        Link.Send(room[..written]);
    }

    /// <summary>Whoever connects and does not bind is not kept.</summary>
    private async Task LimitAsync()
    {
        try
        {
            await Task.WhenAny(_settled.Task, Link.Ended).WaitAsync(_options.BindTimeout, _time);
        }
        catch (TimeoutException)
        {
            Link.End(SmppFailure.TimedOut);
        }
    }

    private async Task EndAsync()
    {
        var failure = await Link.Ended;
        if (Bind is not null)
        {
            _handler.OnEnded(this, failure);
        }
    }
}
