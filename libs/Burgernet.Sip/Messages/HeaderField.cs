using System.Runtime.InteropServices;

namespace Burgernet.Sip.Messages;

/// <summary>Where one header field stands in the message: name at <paramref name="Start"/>, trimmed value, folds kept.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HeaderField(HeaderName Name, int Start, int ValueStart, int ValueLength);
