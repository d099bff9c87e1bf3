using Burgernet.Participants;

namespace Burgernet.Api.Participants;

/// <summary>That a sign-up was confirmed.</summary>
/// <param name="Method">How.</param>
/// <param name="At">When.</param>
public sealed record ConfirmationJson(ConfirmationMethod Method, DateTimeOffset At);
