using System.Text.Json;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Participants;
using Burgernet.Silo.Storage;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.Participants;

/// <summary>Finds the keys of the register: configured, in a file, or, where nobody is really called, made by the node itself.</summary>
internal sealed class RegisterKeyRing(IOptions<RegisterKeyOptions> options, CarrierList carriers, IOptions<StorageOptions> storage)
{
    private const int LongestId = 40;

    /// <summary>Reads the keys, or makes practice keys.</summary>
    /// <exception cref="RegisterProblemException">There are none and there should be, or they cannot be right.</exception>
    public RegisterKeys Load()
    {
        var configured = options.Value;
        if (configured.File is { Length: > 0 } file)
        {
            return Read(FromFile(file), file);
        }

        if (configured.MasterKeys.Count > 0 || configured.LookupKey is { Length: > 0 })
        {
            return Read(configured, RegisterKeyOptions.Section);
        }

        return carriers.EveryOneIsPractice
            ? Read(FromFile(PracticeKeys.In(storage.Value.Folder)), PracticeKeys.FileName)
            : throw new RegisterProblemException(RegisterProblem.NoKeys, RegisterKeyOptions.Section);
    }

    private static RegisterKeyOptions FromFile(string file)
    {
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & others) != UnixFileMode.None)
            {
                throw new RegisterProblemException(RegisterProblem.OpenKeyFile, file);
            }

            return JsonSerializer.Deserialize<RegisterKeyOptions>(File.ReadAllBytes(file))
                ?? throw new RegisterProblemException(RegisterProblem.BadKeyFile, file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new RegisterProblemException(RegisterProblem.BadKeyFile, file, exception);
        }
    }

    private static RegisterKeys Read(RegisterKeyOptions keys, string where)
    {
        if (keys.MasterKeys.Count == 0 || string.IsNullOrEmpty(keys.LookupKey))
        {
            throw new RegisterProblemException(RegisterProblem.KeysIncomplete, where);
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        var masters = new List<MasterKey>();
        foreach (var key in keys.MasterKeys)
        {
            if (key.Id.Length is 0 or > LongestId || !ids.Add(key.Id))
            {
                throw new RegisterProblemException(RegisterProblem.BadKey, $"{where}: MasterKeys, '{key.Id}'");
            }

            masters.Add(new MasterKey(key.Id, Material(key.Key, $"{where}: MasterKeys, '{key.Id}'")));
        }

        var lookup = Material(keys.LookupKey, $"{where}: LookupKey");
        return masters.Exists(master => master.Material.AsSpan().SequenceEqual(lookup))
            ? throw new RegisterProblemException(RegisterProblem.BadKey, $"{where}: LookupKey")
            : new RegisterKeys(masters, lookup);
    }

    private static byte[] Material(string text, string subject)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length >= MasterKey.LeastBytes
            ? bytes[..length]
            : throw new RegisterProblemException(RegisterProblem.BadKey, subject);
    }
}
