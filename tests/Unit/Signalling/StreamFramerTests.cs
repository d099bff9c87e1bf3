using System.Text;
using Burgernet.Sip.Transport;
using Burgernet.TestKit;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

/// <summary>Messages out of a stream, wherever the network cuts it.</summary>
public sealed class StreamFramerTests
{
    private const string Options =
        "OPTIONS sip:a@b SIP/2.0\r\nVia: SIP/2.0/TCP 192.0.2.1;branch=z9hG4bK1\r\nFrom: <sip:a@b>;tag=1\r\nTo: <sip:a@b>\r\nCall-ID: 1\r\nCSeq: 1 OPTIONS\r\n";

    /// <summary>Of the messages of RFC 4475, those that are not exactly one message of a stream.</summary>
    private static readonly Dictionary<string, string> Special = new(StringComparer.Ordinal)
    {
        // The body of the second is longer than it says; over UDP nobody looks at it.
        ["dblreq"] = "Message LineBreak Message Garbage",
        ["clerr"] = "",
        ["baddn"] = "",
        ["ncl"] = "BadLength",
        ["mcl01"] = "BadLength",
        ["inv2543"] = "NoLength",
    };

    private static string Folder => Path.Combine(RepositoryRoot.Path, "tests", "Unit", "Signalling", "Rfc4475");

    public static TheoryData<string> Torture =>
        [.. Directory.GetFiles(Folder, "*.dat").Select(file => Path.GetFileNameWithoutExtension(file))];

    [Theory]
    [MemberData(nameof(Torture))]
    public void TortureMessage_SplitAtEveryOffsetAndByteByByte_IsCutTheSame(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder, $"{name}.dat"));
        var whole = Cut([bytes]);

        Assert.Equal(Special.GetValueOrDefault(name, "Message"), Kinds(whole));
        for (var offset = 1; offset < bytes.Length; offset++)
        {
            Assert.Equal(whole, Cut([bytes[..offset], bytes[offset..]]));
        }

        Assert.Equal(whole, Cut(bytes.Select(one => new[] { one })));
    }

    [Fact]
    public void Messages_OneAfterTheOther_AreCutWhereverTheyAreSplit()
    {
        byte[][] pieces =
        [
            Read("wsinv"),
            "\r\n\r\n"u8.ToArray(),
            Read("longreq"),
            Read("esc01"),
            "\r\n"u8.ToArray(),
            Read("unreason"),
            Read("bcast"),
            Encoding.ASCII.GetBytes(Options + "l : 0\r\n\r\n"),
        ];
        byte[] bytes = [.. pieces.SelectMany(piece => piece)];
        var whole = Cut([bytes]);

        Assert.Equal("Message Ping Message Message LineBreak Message Message Message", Kinds(whole));
        for (var offset = 1; offset < bytes.Length; offset++)
        {
            var cut = Cut([bytes[..offset], bytes[offset..]]);
            Assert.Equal(whole.Where(IsMessage), cut.Where(IsMessage));

            // A ping that is split is two line breaks.
            Assert.InRange(cut.Count, whole.Count, whole.Count + 1);
        }

        Assert.Equal(whole.Where(IsMessage), Cut(bytes.Select(one => new[] { one })).Where(IsMessage));
    }

    [Fact]
    public void Messages_InAnyChunks_AreCutTheSame()
    {
        byte[] bytes = [.. Read("wsinv"), .. Read("esc01"), .. Read("longreq"), .. Read("bcast")];
        var whole = Cut([bytes]);

        Gen.Int[1, 900]
            .Array[1, 60]
            .Sample(
                sizes =>
                {
                    var chunks = new List<byte[]>();
                    for (var (start, i) = (0, 0); start < bytes.Length; i++)
                    {
                        var size = Math.Min(sizes[i % sizes.Length], bytes.Length - start);
                        chunks.Add(bytes[start..(start + size)]);
                        start += size;
                    }

                    return Cut(chunks).SequenceEqual(whole);
                },
                iter: 300,
                threads: 1
            );
    }

    [Theory]
    [InlineData("Content-Length: 3\r\n\r\nabc", "Message")]
    [InlineData("CONTENT-LENGTH  :\r\n\t3\r\n\r\nabc", "Message")]
    [InlineData("l:3\r\nContent-Length: 3\r\n\r\nabc", "Message")]
    [InlineData("l:3\n\nabc", "Message")]
    [InlineData("l:3\r\nContent-Length: 4\r\n\r\nabcd", "BadLength")]
    [InlineData("l: -1\r\n\r\n", "BadLength")]
    [InlineData("l: 3 4\r\n\r\nabc", "BadLength")]
    [InlineData("l: 2147483648\r\n\r\n", "BadLength")]
    [InlineData("l:\r\n\r\n", "BadLength")]
    [InlineData("Subject: l: 3\r\n\r\n", "NoLength")]
    [InlineData("l: 65535\r\n\r\n", "TooLarge")]
    [InlineData("l: 2147483647\r\n\r\n", "TooLarge")]
    [InlineData("l: 4\r\n\r\nabc", "")]
    public void Length_IsReadAsTheGrammarSays(string rest, string kinds) =>
        Assert.Equal(kinds, Kinds(Cut([Encoding.ASCII.GetBytes(Options + rest)])));

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001")]
    [InlineData("<xml/>")]
    [InlineData("hello\r\n")]
    [InlineData("\r\n\r\nfoo:bar\r\n")]
    public void AnotherProtocol_IsNoticedAtItsFirstLine(string text) =>
        Assert.Equal(FrameKind.Garbage, Cut([Encoding.Latin1.GetBytes(text)])[^1].Kind);

    [Fact]
    public void AnyBytes_AreCutWithoutAnExceptionAndNeverStandStill()
    {
        byte[][] seeds = [.. Directory.GetFiles(Folder, "*.dat").Select(File.ReadAllBytes)];
        Gen.Select(Gen.Int[0, seeds.Length - 1], Gen.Double[0, 1], Gen.Byte.Array[0, 12], Gen.Int[1, 700])
            .Sample(
                (which, where, put, chunk) =>
                {
                    var seed = seeds[which];
                    var at = (int)(where * seed.Length);
                    byte[] bytes = [.. seed[..at], .. put, .. seed[at..]];
                    return Cut(bytes.Chunk(chunk)).TrueForAll(frame => frame.Length > 0);
                },
                iter: 3_000,
                threads: 1
            );
    }

    [Fact]
    public void Head_WithoutEnd_IsNotWaitedForBeyondTheLongestMessage()
    {
        var bytes = new byte[StreamFramer.MaxMessage];
        bytes.AsSpan().Fill((byte)'x');
        Assert.Equal([new Frame(FrameKind.Garbage, bytes.Length)], Cut(bytes.Chunk(1_000)));

        Encoding.ASCII.GetBytes("SIP/2.0 200 OK\r\nSubject: ").CopyTo(bytes, 0);
        Assert.Equal(FrameKind.Garbage, Cut(bytes.Chunk(1_000))[^1].Kind);
    }

    [Fact]
    public void Message_OfTheLongestLength_IsTaken()
    {
        var head = Options + "l: 65000\r\n\r\n";
        var body = new string('x', 65_000);
        Assert.Equal("Message", Kinds(Cut(Encoding.ASCII.GetBytes(head + body).Chunk(7))));
    }

    [Fact]
    public void SteadyState_AllocatesNothing()
    {
        byte[] bytes = [.. Read("wsinv"), .. Read("longreq")];
        var framer = new StreamFramer();
        Turn(100);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var messages = Turn(5_000);

        Assert.Equal((0, 10_000), (GC.GetAllocatedBytesForCurrentThread() - before, messages));

        int Turn(int rounds)
        {
            var count = 0;
            for (var round = 0; round < rounds; round++)
            {
                var start = 0;
                for (var seen = 700; start < bytes.Length; seen = Math.Min(bytes.Length, seen + 700))
                {
                    while (framer.Next(bytes.AsSpan(start, seen - start)) is { Kind: FrameKind.Message } frame)
                    {
                        start += frame.Length;
                        count++;
                    }
                }
            }

            return count;
        }
    }

    private static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, $"{name}.dat"));

    private static string Kinds(IEnumerable<Frame> frames) => string.Join(' ', frames.Select(frame => frame.Kind));

    private static bool IsMessage(Frame frame) => frame.Kind == FrameKind.Message;

    /// <summary>The frames of a stream that comes in the given chunks; a fault ends it.</summary>
    private static List<Frame> Cut(IEnumerable<byte[]> chunks)
    {
        var framer = new StreamFramer();
        var buffer = new byte[StreamFramer.MaxMessage + 1];
        var count = 0;
        var frames = new List<Frame>();
        foreach (var chunk in chunks)
        {
            chunk.CopyTo(buffer.AsSpan(count));
            count += chunk.Length;
            while (true)
            {
                var frame = framer.Next(buffer.AsSpan(0, count));
                if (frame.Kind == FrameKind.Incomplete)
                {
                    break;
                }

                frames.Add(frame);
                if (frame.Kind > FrameKind.Blank)
                {
                    return frames;
                }

                buffer.AsSpan(frame.Length, count - frame.Length).CopyTo(buffer);
                count -= frame.Length;
            }
        }

        return frames;
    }
}
