using Burgernet.Actions;
using Burgernet.Participants;

namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>preview</c>: a dispatcher's own phone is to be called, or gets an SMS. The number itself stands nowhere.</summary>
/// <param name="PreviewId">The preview.</param>
/// <param name="Phone">The number, all but its ends left out.</param>
/// <param name="Language">The language of the message that is played.</param>
/// <param name="MessageMilliseconds">How long that is; 0 of an SMS.</param>
/// <param name="Sha256">Of its WAV file, or of the text in UTF-8.</param>
/// <param name="Carrier">By which carrier.</param>
/// <param name="Until">When it is over for certain, whatever happens.</param>
/// <param name="Medium">By what; null for a call, as in events from before there were others.</param>
public sealed record PreviewData(
    Guid PreviewId,
    string Phone,
    Language Language,
    int MessageMilliseconds,
    string Sha256,
    string Carrier,
    DateTimeOffset Until,
    Medium? Medium = null
);
