using System.Runtime.InteropServices;

namespace Burgernet.Sip.Media;

/// <summary>What the media thread tells the signalling thread: a key (then <paramref name="Key"/> is not 0) or the end of the message.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MediaNews(MediaOwner Owner, char Key);
