using Burgernet.Grains.Mail;

namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>tip-acknowledged</c>: a text message to whoever told it.</summary>
/// <param name="TipId">The tip.</param>
/// <param name="Result">What whoever carries messages on said.</param>
public sealed record TipAcknowledgedData(Guid TipId, MailOutcome Result);
