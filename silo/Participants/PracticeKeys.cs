using System.Security.Cryptography;
using System.Text.Json;
using Burgernet.Grains.Participants;

namespace Burgernet.Silo.Participants;

/// <summary>Keys that a node makes for itself where nobody is really called. They lie beside the database: they show how it works and protect nobody.</summary>
internal static class PracticeKeys
{
    /// <summary>The file, in the node's data folder.</summary>
    public const string FileName = "practice-keys.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The file with practice keys in a folder; made, for its owner alone, where there is none.</summary>
    public static string In(string folder)
    {
        var file = Path.Combine(folder, FileName);

        // A rename takes the place of what another node put there meanwhile, and that node would go on with keys that nobody finds again.
        using var oneAtATime = new Mutex(initiallyOwned: false, @"Global\burgernet-practice-keys");
        try
        {
            oneAtATime.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // Whoever held it died; at worst it left a draft, and it is ours now.
        }

        try
        {
            if (!File.Exists(file))
            {
                Make(folder, file);
            }
        }
        finally
        {
            oneAtATime.ReleaseMutex();
        }

        return file;
    }

    private static void Make(string folder, string file)
    {
        Directory.CreateDirectory(folder);
        var content = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                Note = "Practice keys, made by the node for invented participants. For a register of real people: docs/operations.md, Keys of the register.",
                MasterKeys = new[] { new { Id = "practice", Key = NewKey() } },
                LookupKey = NewKey(),
            },
            Indented
        );

        // Under another name first: nobody ever finds half of it.
        var draft = Path.Combine(folder, $"{FileName}.{Guid.NewGuid():N}");
        var create = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            create.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(draft, create))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, file, overwrite: false);
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(MasterKey.LeastBytes));
}
