using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Session;

/// <summary>How a request ended.</summary>
/// <param name="Outcome">What is known.</param>
/// <param name="Status">The peer's status, where it answered.</param>
/// <param name="MessageId">The peer's name for the message, where it took one.</param>
/// <param name="Barrier">Why it was not sent.</param>
public readonly record struct SubmitResult(SubmitOutcome Outcome, CommandStatus Status, MessageId MessageId, SubmitBarrier Barrier)
{
    internal static SubmitResult Kept(SubmitBarrier barrier) => new(SubmitOutcome.NotSent, CommandStatus.Ok, default, barrier);

    internal static SubmitResult Unanswered { get; } = new(SubmitOutcome.Unknown, CommandStatus.Ok, default, SubmitBarrier.None);

    internal static SubmitResult Refused(CommandStatus status) => new(SubmitOutcome.Refused, status, default, SubmitBarrier.None);
}
