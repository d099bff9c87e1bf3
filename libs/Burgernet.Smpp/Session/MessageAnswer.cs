using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Session;

/// <summary>What a message that came in is answered with.</summary>
/// <param name="Status">Ok once it is safe with us; anything else leaves it with the peer.</param>
/// <param name="MessageId">Our name for it; from an SMSC only.</param>
public readonly record struct MessageAnswer(CommandStatus Status, MessageId MessageId)
{
    /// <summary>It was taken.</summary>
    public static MessageAnswer Taken { get; } = new(CommandStatus.Ok, default);

    /// <summary>It was not taken.</summary>
    public static MessageAnswer Refused(CommandStatus status) => new(status, default);
}
