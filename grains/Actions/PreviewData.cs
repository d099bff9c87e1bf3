using Burgernet.Participants;

namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>preview</c>: a dispatcher's own phone is to be called. The number itself stands nowhere.</summary>
/// <param name="PreviewId">The preview.</param>
/// <param name="Phone">The number, all but its ends left out.</param>
/// <param name="Language">The language of the message that is played.</param>
/// <param name="MessageMilliseconds">How long that is.</param>
/// <param name="Sha256">Of its WAV file.</param>
/// <param name="Carrier">By which carrier.</param>
/// <param name="Until">When it is over for certain, whatever happens.</param>
public sealed record PreviewData(
    Guid PreviewId,
    string Phone,
    Language Language,
    int MessageMilliseconds,
    string Sha256,
    string Carrier,
    DateTimeOffset Until
);
