using System.Reflection;
using Burgernet.Sip;
using Burgernet.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Burgernet.Tests.Wire.Signalling;

/// <summary>The program on the library's page, as a reader would type it over.</summary>
public sealed class ReadmeProgramTests
{
    [Fact]
    public async Task Program_OfTheReadme_CallsAPhoneAndHearsItsEnd()
    {
        var phone = new Phone { OnCall = call => call.Answer() };
        await using var answerer = SipEndpoint.Start(new SipEndpointOptions { IncomingCalls = phone }.OnOwnPorts());
        using var folder = new TemporaryFolder();
        var message = Path.Combine(folder.Path, "message.wav");
        await File.WriteAllBytesAsync(message, WaveFile.Tone(TimeSpan.FromSeconds(0.5)), TestContext.Current.CancellationToken);

        var program = Compile(await File.ReadAllTextAsync(Readme, TestContext.Current.CancellationToken)).EntryPoint!;
        var run = Task.Run(() => program.Invoke(null, [new[] { $"{answerer.LocalEndPoint}", "+31970100200", message }]));

        Assert.Equal(0, await run.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
        Assert.Equal("+31970100200", phone.LastCall!.CalledNumber);
        Assert.True(phone.LastCall.RtpPacketsReceived >= 20, $"{phone.LastCall.RtpPacketsReceived} packets of the message came");
    }

    private static string Readme => Path.Combine(RepositoryRoot.Path, "libs", "Burgernet.Sip", "README.md");

    private static Assembly Compile(string page)
    {
        const string begins = "```csharp\n";
        var start = page.IndexOf(begins, StringComparison.Ordinal) + begins.Length;
        var program = page[start..page.IndexOf("```", start, StringComparison.Ordinal)];

        // What the SDK gives a console program without being asked.
        const string implicitly =
            "global using System; global using System.IO; global using System.Threading; global using System.Threading.Tasks;";
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "readme",
            [
                CSharpSyntaxTree.ParseText(program, cancellationToken: TestContext.Current.CancellationToken),
                CSharpSyntaxTree.ParseText(implicitly, cancellationToken: TestContext.Current.CancellationToken),
            ],
            references.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable)
        );
        using var image = new MemoryStream();
        var result = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        return Assembly.Load(image.ToArray());
    }
}
