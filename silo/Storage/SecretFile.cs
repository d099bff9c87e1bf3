namespace Burgernet.Silo.Storage;

/// <summary>A file with secrets that a node makes for itself, once, for its own user alone.</summary>
internal static class SecretFile
{
    /// <summary>The file in a folder; made where there is none.</summary>
    /// <param name="folder">Created where it is absent.</param>
    /// <param name="name">Of the file.</param>
    /// <param name="content">What is to stand in it.</param>
    public static string In(string folder, string name, Func<byte[]> content)
    {
        var file = Path.Combine(folder, name);

        // A rename takes the place of what another node put there meanwhile, and that node would go on with keys that nobody finds again.
        using var oneAtATime = new Mutex(initiallyOwned: false, $@"Global\burgernet-{Path.GetFileNameWithoutExtension(name)}");
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
                Make(folder, file, content());
            }
        }
        finally
        {
            oneAtATime.ReleaseMutex();
        }

        return file;
    }

    private static void Make(string folder, string file, byte[] content)
    {
        Directory.CreateDirectory(folder);

        // Under another name first: nobody ever finds half of it.
        var draft = $"{file}.{Guid.NewGuid():N}";
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
}
