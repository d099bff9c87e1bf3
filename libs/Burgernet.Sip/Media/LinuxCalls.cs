using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Burgernet.Sip.Media;

/// <summary>The system calls of the media threads, straight from libc: at 200,000 packets a second the layers above them cost as much as they do.</summary>
internal static unsafe partial class LinuxCalls
{
    /// <summary>MSG_DONTWAIT.</summary>
    public const int DontWait = 0x40;

    /// <summary>SOL_SOCKET.</summary>
    public const int SocketLevel = 1;

    /// <summary>SO_TIMESTAMPNS, and the type of the control message that it brings.</summary>
    public const int TimestampNanoseconds = 35;

    /// <summary>CLOCK_MONOTONIC, the clock of <see cref="System.Diagnostics.Stopwatch"/>.</summary>
    public const int Monotonic = 1;

    /// <summary>TIMER_ABSTIME.</summary>
    public const int UntilMoment = 1;

    /// <summary>SCHED_RR.</summary>
    public const int RoundRobin = 2;

    /// <summary>PR_SET_TIMERSLACK.</summary>
    public const int SetTimerSlack = 29;

    /// <summary>EAGAIN: nothing there, or no room.</summary>
    public const int TryAgain = 11;

    /// <summary>RLIMIT_NOFILE.</summary>
    public const int OpenFiles = 7;

    [LibraryImport("libc", EntryPoint = "sendto", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial nint SendTo(int socket, byte* bytes, nuint length, int flags, InternetAddress* to, uint toLength);

    [LibraryImport("libc", EntryPoint = "recvmmsg", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int ReceiveMany(int socket, Message* messages, uint count, int flags, void* timeout);

    [LibraryImport("libc", EntryPoint = "clock_nanosleep")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Sleep(int clock, int flags, TimeOfClock* until, TimeOfClock* remaining);

    /// <summary>With which = PRIO_PROCESS (0) and who = 0: the calling thread.</summary>
    [LibraryImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int SetNice(int which, uint who, int nice);

    /// <summary>With thread = 0: the calling thread.</summary>
    [LibraryImport("libc", EntryPoint = "sched_setscheduler")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int SetScheduler(int thread, int policy, int* priority);

    [LibraryImport("libc", EntryPoint = "prctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int ControlThread(int option, nuint value, nuint third, nuint fourth, nuint fifth);

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int GetLimit(int resource, Limit* limit);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int SetLimit(int resource, Limit* limit);

    /// <summary>struct rlimit.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Limit
    {
        public nuint Now;
        public nuint Most;
    }

    /// <summary>struct sockaddr_in.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct InternetAddress
    {
        public const int Size = 16;
        private const ushort Internet = 2;

        private ushort _family;
        private ushort _port;
        private uint _address;
        private readonly ulong _zero;

        public InternetAddress(RtpAddress address)
        {
            _family = Internet;
            _port = BinaryPrimitives.ReverseEndianness(address.Port);
            _address = BinaryPrimitives.ReverseEndianness(address.Host);
            if (!BitConverter.IsLittleEndian)
            {
                (_port, _address) = (address.Port, address.Host);
            }
        }

        public readonly RtpAddress Value =>
            BitConverter.IsLittleEndian
                ? new RtpAddress(BinaryPrimitives.ReverseEndianness(_address), BinaryPrimitives.ReverseEndianness(_port))
                : new RtpAddress(_address, _port);
    }

    /// <summary>struct mmsghdr: a struct msghdr and the length of what was received.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Message
    {
        public MessageHeader Header;
        public uint Length;
    }

    /// <summary>struct msghdr.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct MessageHeader
    {
        public InternetAddress* Name;
        public uint NameLength;
        public Block* Blocks;
        public nuint BlockCount;
        public ControlMessage* Control;
        public nuint ControlLength;
        public int Flags;
    }

    /// <summary>struct iovec.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Block
    {
        public byte* Start;
        public nuint Length;
    }

    /// <summary>struct cmsghdr with the one kind of content that is asked for.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct ControlMessage
    {
        public nuint Length;
        public int Level;
        public int Type;
        public TimeOfClock Time;
    }

    /// <summary>struct timespec.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct TimeOfClock
    {
        public nint Seconds;
        public nint Nanoseconds;

        public readonly long TotalNanoseconds => (Seconds * 1_000_000_000L) + Nanoseconds;
    }
}
