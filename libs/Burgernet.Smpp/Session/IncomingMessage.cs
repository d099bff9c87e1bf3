using System.Runtime.CompilerServices;
using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Session;

/// <summary>A message that came in: deliver_sm, submit_sm or data_sm. It is lent: once whoever took it has answered, it becomes another.</summary>
public sealed class IncomingMessage
{
    private readonly IncomingMessages _owner;
    private readonly Action _answer;
    private byte[] _body = new byte[512];
    private int _length;
    private ValueTaskAwaiter<MessageAnswer> _awaiter;

    internal IncomingMessage(IncomingMessages owner)
    {
        _owner = owner;
        _answer = Answer;
    }

    /// <summary>What it is.</summary>
    public CommandId Command { get; private set; }

    /// <summary>Its fields, in octets that are lent, too. Of a data_sm, those that it has.</summary>
    public MessagePdu Pdu
    {
        get
        {
            var body = _body.AsSpan(0, _length);
            if (Command != CommandId.DataSm)
            {
                _ = MessagePdu.TryRead(body, out var message, out _);
                return message;
            }

            _ = DataPdu.TryRead(body, out var data, out _);
            return new MessagePdu
            {
                ServiceType = data.ServiceType,
                Source = data.Source,
                Destination = data.Destination,
                EsmClass = data.EsmClass,
                RegisteredDelivery = data.RegisteredDelivery,
                DataCoding = data.DataCoding,
                Tlvs = data.Tlvs,
            };
        }
    }

    internal uint Sequence { get; private set; }

    internal void Fill(in PduHeader header, ReadOnlySpan<byte> body)
    {
        Command = header.Command;
        Sequence = header.Sequence;
        if (_body.Length < body.Length)
        {
            _body = new byte[body.Length];
        }

        body.CopyTo(_body);
        _length = body.Length;
    }

    internal void AnswerWhenDone(ValueTask<MessageAnswer> handling)
    {
        _awaiter = handling.GetAwaiter();
        if (_awaiter.IsCompleted)
        {
            Answer();
        }
        else
        {
            _awaiter.UnsafeOnCompleted(_answer);
        }
    }

    private void Answer()
    {
        MessageAnswer answer;
        try
        {
            answer = _awaiter.GetResult();
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Whatever the owner thinks of: the peer keeps the message.
            answer = _owner.OnFault();
        }

        _awaiter = default;
        _owner.Answer(this, answer);
    }
}
