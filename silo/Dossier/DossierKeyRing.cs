using System.Security.Cryptography;
using System.Text.Json;
using Burgernet.Grains.Dossier;
using Burgernet.Silo.Storage;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.Dossier;

/// <summary>Finds the keys that sign dossiers: configured, in a file, or made by the node itself.</summary>
internal sealed class DossierKeyRing(IOptions<DossierOptions> options, IOptions<StorageOptions> storage)
{
    private const int LongestId = 40;

    /// <summary>Reads the keys; makes one where there is none.</summary>
    /// <exception cref="DossierKeyException">They cannot be right.</exception>
    public DossierKeys Load() => Load(toSign: true);

    /// <summary>Reads the keys to verify with; none where there are none.</summary>
    /// <exception cref="DossierKeyException">They cannot be right.</exception>
    public DossierKeys LoadToVerify() => Load(toSign: false);

    private DossierKeys Load(bool toSign)
    {
        var configured = options.Value;
        if (configured.SigningKeyFile is { Length: > 0 } file)
        {
            return Read(FromFile(file), file, toSign);
        }

        if (configured.SigningKeys.Count > 0)
        {
            return Read(configured, $"{DossierOptions.Section}:{nameof(DossierOptions.SigningKeys)}", toSign);
        }

        if (toSign)
        {
            var own = OwnDossierKey.In(storage.Value.Folder);
            return Read(FromFile(own), own, toSign);
        }

        var kept = Path.Combine(storage.Value.Folder, OwnDossierKey.FileName);
        return File.Exists(kept) ? Read(FromFile(kept), kept, toSign) : new DossierKeys([], signing: null);
    }

    private static DossierOptions FromFile(string file)
    {
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & others) != UnixFileMode.None)
            {
                throw new DossierKeyException(DossierKeyProblem.OpenFile, file);
            }

            return JsonSerializer.Deserialize<DossierOptions>(File.ReadAllBytes(file)) is { SigningKeys.Count: > 0 } read
                ? read
                : throw new DossierKeyException(DossierKeyProblem.BadFile, file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new DossierKeyException(DossierKeyProblem.BadFile, file, exception);
        }
    }

    private static DossierKeys Read(DossierOptions configured, string where, bool toSign)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var keys = new List<(string, ECDsa)>();
        var signs = false;
        foreach (var key in configured.SigningKeys)
        {
            var subject = $"{where}: '{key.Id}'";
            if (key.Id.Length is 0 or > LongestId || !ids.Add(key.Id))
            {
                throw new DossierKeyException(DossierKeyProblem.BadKey, subject);
            }

            (var read, signs) = DossierKeyText.Read(key.Key) ?? throw new DossierKeyException(DossierKeyProblem.BadKey, subject);
            keys.Add((key.Id, read));
        }

        return toSign && !signs
            ? throw new DossierKeyException(DossierKeyProblem.CannotSign, where)
            : new DossierKeys(keys, signs ? keys[^1].Item1 : null);
    }
}
