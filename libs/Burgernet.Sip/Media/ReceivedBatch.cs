namespace Burgernet.Sip.Media;

/// <summary>Datagrams taken from a port in one go. Each thread that receives has one; its memory never moves.</summary>
internal sealed unsafe class ReceivedBatch
{
    public const int Size = 8;

    /// <summary>Bytes a datagram; what is longer is no telephone audio and is cut.</summary>
    private const int RoomLength = 1_536;

    private readonly byte[] _bytes = GC.AllocateArray<byte>(Size * RoomLength, pinned: true);
    private readonly LinuxCalls.Message[] _messages = GC.AllocateArray<LinuxCalls.Message>(Size, pinned: true);
    private readonly LinuxCalls.Block[] _blocks = GC.AllocateArray<LinuxCalls.Block>(Size, pinned: true);
    private readonly LinuxCalls.InternetAddress[] _names = GC.AllocateArray<LinuxCalls.InternetAddress>(Size, pinned: true);
    private readonly LinuxCalls.ControlMessage[] _controls = GC.AllocateArray<LinuxCalls.ControlMessage>(Size, pinned: true);

    public ReceivedBatch()
    {
        for (var i = 0; i < Size; i++)
        {
            _blocks[i].Start = Pointer(_bytes) + (i * RoomLength);
            _blocks[i].Length = RoomLength;
            _messages[i].Header.Name = Pointer(_names) + i;
            _messages[i].Header.Blocks = Pointer(_blocks) + i;
            _messages[i].Header.BlockCount = 1;
            _messages[i].Header.Control = Pointer(_controls) + i;
        }
    }

    public int Count { get; set; }

    public bool IsFull => Count == Size;

    public Span<byte> Room(int index) => _bytes.AsSpan(index * RoomLength, RoomLength);

    public ReadOnlySpan<byte> Datagram(int index) => _bytes.AsSpan(index * RoomLength, (int)_messages[index].Length);

    public RtpAddress Source(int index) => _names[index].Value;

    /// <summary>When the kernel took it in, in ns of the wall clock; 0 where the system does not say.</summary>
    public long ArrivedAt(int index)
    {
        ref readonly var control = ref _controls[index];
        var isTime =
            _messages[index].Header.ControlLength >= (nuint)sizeof(LinuxCalls.ControlMessage)
            && control is { Level: LinuxCalls.SocketLevel, Type: LinuxCalls.TimestampNanoseconds };
        return isTime ? control.Time.TotalNanoseconds : 0;
    }

    /// <summary>The headers for the kernel, with the fields that it wrote last time set anew.</summary>
    public LinuxCalls.Message* Ready()
    {
        for (var i = 0; i < Size; i++)
        {
            ref var header = ref _messages[i].Header;
            header.NameLength = LinuxCalls.InternetAddress.Size;
            header.ControlLength = (nuint)sizeof(LinuxCalls.ControlMessage);
            header.Flags = 0;
        }

        return Pointer(_messages);
    }

    public void Add(int length, RtpAddress source)
    {
        _messages[Count].Length = (uint)length;
        _messages[Count].Header.ControlLength = 0;
        _names[Count] = new LinuxCalls.InternetAddress(source);
        Count++;
    }

    private static T* Pointer<T>(T[] pinned)
        where T : unmanaged => (T*)System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);
}
