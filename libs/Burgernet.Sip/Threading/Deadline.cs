using System.Runtime.InteropServices;

namespace Burgernet.Sip.Threading;

/// <summary>One running timer: whose it is, and by which step of it; stale ones are recognised by generation or step.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Deadline(long Due, TimerName Name, int Index, uint Generation, int Step);
