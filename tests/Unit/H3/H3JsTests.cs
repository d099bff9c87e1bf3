using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Unit.H3;

/// <summary>Holds this library against the official build for JavaScript on other input each run.</summary>
public sealed class H3JsTests(ITestOutputHelper output)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [Fact]
    public void EveryFunction_OnFreshRandomInput_AnswersAsH3Js()
    {
        var node = Peers.Require("node", "nodejs");
        _ = Peers.Require("npm", "npm");
        var seed = int.TryParse(Environment.GetEnvironmentVariable("BURGERNET_SEED"), CultureInfo.InvariantCulture, out var given)
            ? given
            : System.Security.Cryptography.RandomNumberGenerator.GetInt32(int.MaxValue);
        output.WriteLine($"BURGERNET_SEED={seed}");
        Console.WriteLine($"H3JsTests: BURGERNET_SEED={seed} brings this input back");
        var folder = Path.Combine(RepositoryRoot.Path, "tests", "Unit", "H3");
        string package;
        try
        {
            package = H3JsPackage.Install(Path.Combine(folder, "peer"));
        }
        catch (InvalidOperationException error)
        {
            Peers.Missing($"h3-js cannot be installed: {error.Message}");
            throw;
        }

        var input = H3JsInput.Make(seed);
        var answer = Ask(node, Path.Combine(folder, "peer", "answer.cjs"), package, input);
        var wrong = H3JsComparison.Differences(input, answer).Take(20).ToArray();
        Assert.True(wrong.Length == 0, $"BURGERNET_SEED={seed}\n{string.Join('\n', wrong)}");
    }

    private static JsonElement Ask(string node, string script, string package, H3JsInput input)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, JsonSerializer.Serialize(input, Web));
            var start = new ProcessStartInfo(node) { RedirectStandardOutput = true, UseShellExecute = false };
            start.ArgumentList.Add(script);
            start.ArgumentList.Add(package);
            start.ArgumentList.Add(file);
            using var process = Process.Start(start)!;
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            return JsonElement.Parse(text);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
