using System.Security.Cryptography;
using System.Text.Json;
using Burgernet.Grains.Participants;
using Burgernet.Silo.Storage;

namespace Burgernet.Silo.Participants;

/// <summary>Keys that a node makes for itself where nobody is really called. They lie beside the database: they show how it works and protect nobody.</summary>
internal static class PracticeKeys
{
    /// <summary>The file, in the node's data folder.</summary>
    public const string FileName = "practice-keys.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The file with practice keys in a folder; made, for its owner alone, where there is none.</summary>
    public static string In(string folder) => SecretFile.In(folder, FileName, Content);

    private static byte[] Content() =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                Note = "Practice keys, made by the node for invented participants. For a register of real people: docs/operations.md, Keys of the register.",
                MasterKeys = new[] { new { Id = "practice", Key = NewKey() } },
                LookupKey = NewKey(),
            },
            Indented
        );

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(MasterKey.LeastBytes));
}
