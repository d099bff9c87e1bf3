using System.Runtime.InteropServices;

namespace Burgernet.Grains.Speech;

/// <summary>A text as it is to be spoken, or the first character that cannot be.</summary>
/// <param name="Words">What is said: words, and the marks <c>, . ? !</c>; empty where there is nothing to say.</param>
/// <param name="Position">Where the character stands that cannot be spoken, from 1; 0 where there is none.</param>
/// <param name="Refused">That character.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SpokenTextReading(string Words, int Position = 0, string Refused = "");
