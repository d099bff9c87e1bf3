using System.Text;
using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Session;

/// <summary>The ESME's side of one connection: binds, and takes what comes besides messages.</summary>
/// <param name="options">Settings.</param>
/// <param name="owner">Who it works for.</param>
internal sealed class ClientSession(SmppClientOptions options, ISmppClientOwner owner) : ILinkUser
{
    private readonly TaskCompletionSource<CommandStatus> _bind = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _outbind = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isBound;

    /// <summary>Binds.</summary>
    /// <returns>The SMSC's status; null where the connection ended first.</returns>
    public async Task<CommandStatus?> BindAsync(SmppLink link, CancellationToken stop)
    {
        if (options.ListenForOutbind is not null)
        {
            // The SMSC comes to us: first its outbind.
            await Task.WhenAny(_outbind.Task, link.Ended).WaitAsync(stop);
            if (!_outbind.Task.IsCompleted)
            {
                return null;
            }

            if (!await _outbind.Task)
            {
                return CommandStatus.InvalidPassword;
            }
        }

        SendBind(link);

        // An SMSC that refuses closes right behind its response: which of the two woke us first says nothing.
        await Task.WhenAny(_bind.Task, link.Ended).WaitAsync(stop);
        return _bind.Task.IsCompleted ? await _bind.Task : null;
    }

    public bool Takes(CommandId command) =>
        _isBound && options.Mode != BindMode.Transmitter && command is CommandId.DeliverSm or CommandId.DataSm;

    public void OnPdu(SmppLink link, in PduHeader header, ReadOnlySpan<byte> body)
    {
        if (header.Command == options.Mode.Command().Response())
        {
            // Before anything else of this batch is read: the SMSC may deliver right behind its response.
            _isBound = header.Status == CommandStatus.Ok;
            link.IsBound = _isBound;
            link.MaySend = _isBound && options.Mode != BindMode.Receiver;
            _bind.TrySetResult(header.Status);
        }
        else if (header.Command == CommandId.Outbind && OutbindPdu.TryRead(body, out var outbind, out _))
        {
            _outbind.TrySetResult(
                options.OutbindCredentials is not { } expected
                    || (Is(outbind.SystemId, expected.SystemId) && Is(outbind.Password, expected.Password))
            );
        }
        else if (header.Command == CommandId.AlertNotification && AlertPdu.TryRead(body, out var alert, out _))
        {
            owner.OnAlert(alert.Source.ToAddress());
        }
        else if (header.Command.HasResponse())
        {
            // An ESME is not bound to by anyone, and holds no messages to ask about.
            link.Send(header.Command.Response(), CommandStatus.InvalidBindStatus, header.Sequence);
        }
    }

    private static bool Is(ReadOnlySpan<byte> octets, string text) => octets.SequenceEqual(Encoding.Latin1.GetBytes(text));

    private void SendBind(SmppLink link)
    {
        var pdu = new BindPdu
        {
            SystemId = Encoding.Latin1.GetBytes(options.Credentials.SystemId),
            Password = Encoding.Latin1.GetBytes(options.Credentials.Password),
            SystemType = Encoding.Latin1.GetBytes(options.SystemType),
            InterfaceVersion = SmppVersion.Number,
            AddressType = options.AddressType,
            AddressPlan = options.AddressPlan,
            AddressRange = Encoding.Latin1.GetBytes(options.AddressRange),
        };
        Span<byte> room = stackalloc byte[256];
        pdu.TryWrite(room, options.Mode.Command(), link.NextSequence(), out var written);
        link.Send(room[..written]);
    }
}
