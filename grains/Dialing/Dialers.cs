using Burgernet.Actions;
using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>Which grain is the dialer of a carrier.</summary>
internal static class Dialers
{
    /// <summary>The type of the grain that places calls.</summary>
    public const string Voice = "dialer";

    /// <summary>The type of the grain that submits texts.</summary>
    public const string Text = "message-dialer";

    /// <summary>The dialer of a carrier on a silo.</summary>
    /// <param name="grains">Where grains are.</param>
    /// <param name="key">Its <see cref="DialerKey"/>.</param>
    /// <param name="medium">What its carrier carries.</param>
    public static IDialerGrain Of(IGrainFactory grains, string key, Medium medium) =>
        grains.GetGrain<IDialerGrain>(GrainId.Create(medium == Medium.Voice ? Voice : Text, key));
}
