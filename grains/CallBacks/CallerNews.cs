using System.Runtime.InteropServices;

namespace Burgernet.Grains.CallBacks;

/// <summary>One piece of news about a call that came in, or about the leg to the control room.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Key">For <see cref="CallerNewsKind.Key"/>: which.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CallerNews(CallerNewsKind Kind, char Key = '\0');
