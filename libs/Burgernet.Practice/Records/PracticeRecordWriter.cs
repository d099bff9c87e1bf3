using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;

namespace Burgernet.Practice;

/// <summary>Appends record lines to a file from a task of its own, so that signalling never waits for a disk; handed to the operating system after each batch, so that they outlive the process.</summary>
internal sealed class PracticeRecordWriter<T> : IAsyncDisposable
{
    private readonly Channel<T> _lines = Channel.CreateUnbounded<T>(new UnboundedChannelOptions { SingleReader = true });
    private readonly FileStream _lock;
    private readonly FileStream _file;
    private readonly JsonTypeInfo<T> _form;
    private readonly Task _writing;

    public PracticeRecordWriter(string path, JsonTypeInfo<T> form)
    {
        _form = form;
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            _ = Directory.CreateDirectory(folder);
        }

        // One carrier a file, while others may read along: on Unix a FileStream can forbid both or neither, so a second file holds the lock.
        // It is the kernel's lock, not the file, that counts: what a killed carrier left behind stops nobody.
        _lock = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        EndCutLine();
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Why writing stopped (disk full); null while it goes on.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Queues a line.</summary>
    public void Write(T record) => _lines.Writer.TryWrite(record);

    public async ValueTask DisposeAsync()
    {
        _ = _lines.Writer.TryComplete();
        await _writing;
        await _file.DisposeAsync();
        await _lock.DisposeAsync();
    }

    // A carrier that was killed in the middle of a line must not spoil the first line of the next one.
    private void EndCutLine()
    {
        if (_file.Length == 0)
        {
            return;
        }

        _ = _file.Seek(-1, SeekOrigin.End);
        if (_file.ReadByte() != '\n')
        {
            _file.WriteByte((byte)'\n');
        }
    }

    private async Task WriteAsync()
    {
        while (await _lines.Reader.WaitToReadAsync())
        {
            try
            {
                while (_lines.Reader.TryRead(out var record))
                {
                    if (Failure is null)
                    {
                        JsonSerializer.Serialize(_file, record, _form);
                        _file.WriteByte((byte)'\n');
                    }
                }

                _file.Flush();
            }
            catch (IOException exception)
            {
                Failure ??= exception;
            }
        }
    }
}
