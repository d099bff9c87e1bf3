using System.Diagnostics;

namespace Burgernet.Tests.Unit.H3;

/// <summary>Puts the locked h3-js package into a folder that outlives the run. The benchmarks share this file.</summary>
internal static class H3JsPackage
{
    /// <summary>Installs what a folder's <c>package-lock.json</c> names, once a machine.</summary>
    /// <param name="manifest">The folder of <c>package.json</c> and <c>package-lock.json</c>.</param>
    /// <returns>The folder that holds <c>node_modules</c>.</returns>
    /// <exception cref="InvalidOperationException">npm failed.</exception>
    public static string Install(string manifest)
    {
        var target = Path.Combine(Path.GetTempPath(), "burgernet-h3-js-4.5.0");
        if (Directory.Exists(target))
        {
            return target;
        }

        // Aside first, then moved: another run at the same time sees all of it or nothing.
        var aside = Directory.CreateTempSubdirectory("burgernet-h3-js-").FullName;
        foreach (var name in (string[])["package.json", "package-lock.json"])
        {
            File.Copy(Path.Combine(manifest, name), Path.Combine(aside, name));
        }

        var start = new ProcessStartInfo("npm")
        {
            WorkingDirectory = aside,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var argument in (string[])["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"])
        {
            start.ArgumentList.Add(argument);
        }

        using (var npm = Process.Start(start) ?? throw new InvalidOperationException("npm did not start."))
        {
            _ = npm.StandardOutput.ReadToEnd();
            npm.WaitForExit();
            if (npm.ExitCode != 0)
            {
                throw new InvalidOperationException($"npm ci ended with {npm.ExitCode}.");
            }
        }

        try
        {
            Directory.Move(aside, target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
            Directory.Delete(aside, recursive: true);
        }

        return target;
    }
}
