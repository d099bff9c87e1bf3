using Burgernet.Api.Participants;

namespace Burgernet.Tests.Api.Participants;

public sealed class ExportStreamTests
{
    private const int Pages = 3_400;
    private const int Lines = 500;

    private static readonly string Line = new('x', 60);
    private static readonly Guid More = Guid.NewGuid();

    /// <summary>1.7 million lines; what tells of memory is not how long or how much, but that a page is asked for only when those before it are out.</summary>
    [Fact]
    public async Task Write_OfTheWholeCountry_AsksForAPageWhenTheOneBeforeIsHandedOn()
    {
        await using var taken = new CountingStream();
        var asked = 1;
        var export = new ExportStream(
            "header",
            Page(asked),
            _ =>
            {
                Assert.True(
                    taken.Length >= (long)asked * Lines * (Line.Length + 2),
                    $"Page {asked + 1} was asked for when only {taken.Length} bytes had been handed on"
                );
                return Task.FromResult(Page(++asked));
            }
        );
        await export.Write(taken, CancellationToken.None);

        Assert.True(export.Complete);
        Assert.Equal((Pages * (long)Lines, Pages), (export.Count, asked));
        Assert.InRange(taken.Largest, 1, 64 * 1024);
    }

    [Fact]
    public async Task Write_Cancelled_AsksForNoMorePages()
    {
        using var enough = new CancellationTokenSource();
        var asked = 0;
        var export = new ExportStream(
            "header",
            Page(1),
            async _ =>
            {
                asked++;
                await enough.CancelAsync();
                return Page(2);
            }
        );

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => export.Write(new CountingStream(), enough.Token));
        Assert.Equal((1, false), (asked, export.Complete));
    }

    private static ExportPage Page(int number) => new(Enumerable.Repeat(Line, Lines), number < Pages ? More : null);

    /// <summary>Keeps nothing but how much it was given, and how much at once.</summary>
    private sealed class CountingStream : Stream
    {
        private long _length;

        public int Largest { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position
        {
            get => _length;
            set => throw new NotSupportedException();
        }

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count)
        {
            _length += count;
            Largest = Math.Max(Largest, count);
        }
    }
}
