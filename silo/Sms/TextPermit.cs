using Burgernet.Smpp.Session;

namespace Burgernet.Silo.Sms;

/// <summary>The last look at a text before its first SMS goes to the socket; the others go where the first went, for half a text helps nobody.</summary>
/// <param name="mayStart">The look.</param>
internal sealed class TextPermit(Func<bool> mayStart) : ISubmitPermit
{
    private bool? _may;

    public bool MaySend() => _may ??= mayStart();
}
