using System.Security.Cryptography;
using System.Text;
using Burgernet.Imports;

namespace Burgernet.Tests.Api.Hosting;

/// <summary>An import that keeps what it is sent. Source <c>busy</c> is refused at once; a file with <c>WRONG</c> in it as a whole.</summary>
internal sealed class FakeImportGrain : Grain, IImportGrain, IDisposable
{
    public static readonly DateTimeOffset Moment = new(2026, 3, 29, 1, 30, 0, TimeSpan.Zero);

    private readonly MemoryStream _file = new();
    private ImportSnapshot? _import;

    public void Dispose() => _file.Dispose();

    public Task<ImportReply> Begin(ImportOrder order)
    {
        if (order.Source == "busy")
        {
            return Task.FromResult(new ImportReply(null, Busy: true));
        }

        if (_import is not null)
        {
            return Task.FromResult(new ImportReply(_import, Repeated: true));
        }

        _import = new ImportSnapshot
        {
            Id = this.GetPrimaryKey(),
            Order = order,
            State = ImportState.Receiving,
            StartedAt = Moment,
        };
        return Task.FromResult(new ImportReply(_import));
    }

    public Task<ImportSnapshot> Append(ImportPiece piece)
    {
        if (piece.Offset != _file.Length)
        {
            throw new InvalidOperationException("Not the next piece");
        }

        _file.Write(piece.Bytes);
        _import = _import! with { Bytes = _file.Length };
        if (Encoding.UTF8.GetString(piece.Bytes).Contains("WRONG", StringComparison.Ordinal))
        {
            _import = _import with
            {
                State = ImportState.Refused,
                Problem = new ImportFileProblem(ImportFileProblemCode.ColumnMissing) { Line = 1, Column = "phone" },
                EndedAt = Moment,
            };
        }

        return Task.FromResult(_import);
    }

    public Task<ImportSnapshot> Complete(long length, string? sha256)
    {
        var found = Convert.ToHexStringLower(SHA256.HashData(_file.ToArray()));
        _import =
            sha256 is null || sha256 == found
                ? _import! with
                {
                    State = ImportState.Applying,
                    Sha256 = found,
                    Rows = 10,
                    Refused = 3,
                    Added = 2,
                }
                : _import! with
                {
                    State = ImportState.Refused,
                    Problem = new ImportFileProblem(ImportFileProblemCode.DigestDiffers),
                };
        return Task.FromResult(_import);
    }

    public Task Break() => Task.CompletedTask;

    public Task<ImportReply> Cancel(string controlRoom)
    {
        _import = _import! with { CancelAsked = true };
        return Task.FromResult(new ImportReply(_import));
    }

    public Task<ImportReply> Get(string controlRoom) =>
        Task.FromResult(new ImportReply(_import?.Order.ControlRoom == controlRoom ? _import : null));

    public Task<ImportRefusalPage> ReadRefusals(string? after, int limit)
    {
        ImportRefusal[] all =
        [
            new(2, "phone", "phone-in-other-row", 1),
            new(3, "latitude1", "point-far-away"),
            new(7, Column: null, "fields-missing"),
        ];
        var from = after switch
        {
            null => 0,
            "one" => 1,
            "two" => 2,
            _ => throw new FormatException("Not a place"),
        };
        var page = all.Skip(from).Take(limit).ToArray();
        var next = from + page.Length;
        return Task.FromResult(new ImportRefusalPage(page, next < all.Length ? (next == 1 ? "one" : "two") : null));
    }

    public Task Resume() => Task.CompletedTask;
}
