using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Npgsql;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>Rows for COPY in PostgreSQL's binary format, put together in memory and sent in one go: values go in without waiting for anything, and nothing waits for values.</summary>
/// <remarks>
/// The format (PostgreSQL's manual, COPY, "Binary Format"): a signature, flags and the length of an extension; for each row the number of its fields, and for each field its
/// length, −1 for null, and its bytes; −1 at the end. All in network byte order.
/// </remarks>
internal sealed class PostgresCopyBuffer
{
    private const int FirstBytes = 1 << 18;

    private static readonly byte[] Signature = [.. "PGCOPY\n"u8, 0xFF, (byte)'\r', (byte)'\n', 0];

    // Times count microseconds from here.
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ArrayBufferWriter<byte> _bytes = new(FirstBytes);

    /// <summary>Begins anew, for another table.</summary>
    public void Clear()
    {
        _bytes.ResetWrittenCount();
        _bytes.Write(Signature);
        Number(0);
        Number(0);
    }

    /// <summary>Begins a row.</summary>
    /// <param name="fields">How many fields follow.</param>
    public void Row(short fields)
    {
        BinaryPrimitives.WriteInt16BigEndian(_bytes.GetSpan(sizeof(short)), fields);
        _bytes.Advance(sizeof(short));
    }

    /// <summary>A <c>smallint</c>.</summary>
    public void Write(short value)
    {
        Number(sizeof(short));
        BinaryPrimitives.WriteInt16BigEndian(_bytes.GetSpan(sizeof(short)), value);
        _bytes.Advance(sizeof(short));
    }

    /// <summary>An <c>integer</c>.</summary>
    public void Write(int value)
    {
        Number(sizeof(int));
        Number(value);
    }

    /// <summary>A <c>bigint</c>.</summary>
    public void Write(long value)
    {
        Number(sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(_bytes.GetSpan(sizeof(long)), value);
        _bytes.Advance(sizeof(long));
    }

    /// <summary>A <c>double precision</c>.</summary>
    public void Write(double value) => Write(BitConverter.DoubleToInt64Bits(value));

    /// <summary>A <c>boolean</c>.</summary>
    public void Write(bool value)
    {
        Number(1);
        _bytes.Write([value ? (byte)1 : (byte)0]);
    }

    /// <summary>A <c>uuid</c>.</summary>
    public void Write(Guid value)
    {
        const int length = 16;
        Number(length);
        value.TryWriteBytes(_bytes.GetSpan(length), bigEndian: true, out _);
        _bytes.Advance(length);
    }

    /// <summary>A <c>bytea</c>.</summary>
    public void Write(ReadOnlySpan<byte> value)
    {
        Number(value.Length);
        _bytes.Write(value);
    }

    /// <summary>A <c>text</c>, or null.</summary>
    public void Write(string? value)
    {
        if (value is null)
        {
            Number(-1);
            return;
        }

        Number(Encoding.UTF8.GetByteCount(value));
        Encoding.UTF8.GetBytes(value, _bytes);
    }

    /// <summary>A <c>bigint</c>, or null.</summary>
    public void Write(long? value)
    {
        if (value is { } number)
        {
            Write(number);
        }
        else
        {
            Number(-1);
        }
    }

    /// <summary>A <c>timestamptz</c> in whole microseconds, or null.</summary>
    public void Write(DateTimeOffset? value)
    {
        if (value is { } at)
        {
            Write((at - Epoch).Ticks / TimeSpan.TicksPerMicrosecond);
        }
        else
        {
            Number(-1);
        }
    }

    /// <summary>Sends what was written.</summary>
    /// <param name="connection">In somebody else's transaction.</param>
    /// <param name="copy">The statement: <c>copy … from stdin (format binary)</c>.</param>
    public async Task Send(NpgsqlConnection connection, string copy)
    {
        Row(-1);
        await using var stream = await connection.BeginRawBinaryCopyAsync(copy);
        await stream.WriteAsync(_bytes.WrittenMemory);
    }

    private void Number(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(_bytes.GetSpan(sizeof(int)), value);
        _bytes.Advance(sizeof(int));
    }
}
