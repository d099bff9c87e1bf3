using System.Runtime.InteropServices;

namespace Burgernet.Grains.Dialing;

/// <summary>What became of a submitted text: one for each, and it is the last.</summary>
/// <param name="Message">The text.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="At">When.</param>
/// <param name="Ids">The carrier's own names for its parts, in order: as many as SMS went, one for a mail. Empty where it was not accepted; where only some of the parts
/// were acknowledged and nothing is known of the others, the kind is unknown and these are the ones that were.</param>
/// <param name="Status">The code behind it, or 0: SMPP's command_status, SMTP's reply code.</param>
/// <param name="ForGood">Of a refusal: whether submitting it again would end the same way (the number does not exist, say).</param>
/// <param name="NoSuchAddress">Of a refusal for good: whether the number or the address is the reason.</param>
/// <param name="RetryAfter">How long the carrier asked to wait before anything is submitted to it; zero for not at all.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MessageNews(
    TextMessage Message,
    MessageNewsKind Kind,
    DateTimeOffset At,
    IReadOnlyList<string> Ids,
    int Status = 0,
    bool ForGood = false,
    bool NoSuchAddress = false,
    TimeSpan RetryAfter = default
);
