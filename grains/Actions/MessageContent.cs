using Burgernet.Actions;

namespace Burgernet.Grains.Actions;

/// <summary>What a dispatcher gave for a message.</summary>
/// <param name="Spoken">What is spoken.</param>
/// <param name="Written">What an SMS says.</param>
/// <param name="Mails">What a mail says.</param>
internal sealed record MessageContent(
    IReadOnlyList<SpokenMessage> Spoken,
    IReadOnlyList<WrittenMessage> Written,
    IReadOnlyList<WrittenMail> Mails
);
