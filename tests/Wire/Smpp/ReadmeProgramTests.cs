using System.Reflection;
using Burgernet.Smpp.Session;
using Burgernet.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Burgernet.Tests.Wire.Smpp;

/// <summary>The program on the library's page, as a reader would type it over.</summary>
public sealed class ReadmeProgramTests
{
    [Fact]
    public async Task Program_OfTheReadme_SendsATextAndHearsOfItsDelivery()
    {
        var centre = new Centre();
        await using var server = SmppServer.Start(new SmppServerOptions(), centre);
        var text = string.Concat(Enumerable.Repeat("Kind vermist: €5 ", 12));

        var program = Compile(await File.ReadAllTextAsync(Readme, TestContext.Current.CancellationToken)).EntryPoint!;
        var run = Task.Run(() => program.Invoke(null, [new[] { $"{server.LocalEndPoint}", "burgernet", "secret", "+31991005678", text }]));

        Assert.Equal(0, await run.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
        var message = Assert.Single(centre.Messages);
        Assert.Equal((text, 2, "31991005678"), (message.Text, message.Segments, message.Destination.Digits));
    }

    private static string Readme => Path.Combine(RepositoryRoot.Path, "libs", "Burgernet.Smpp", "README.md");

    private static Assembly Compile(string page)
    {
        const string begins = "```csharp\n";
        var start = page.IndexOf(begins, StringComparison.Ordinal) + begins.Length;
        var program = page[start..page.IndexOf("```", start, StringComparison.Ordinal)];

        // What the SDK gives a console program without being asked.
        const string implicitly =
            "global using System; global using System.Collections.Generic; global using System.IO; global using System.Threading; global using System.Threading.Tasks;";
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "smpp-readme",
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
