using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Burgernet.Tests.Architecture.Sources;

/// <summary>Rules that no analyzer of the house holds. Each answers with sentences that name the place, or with nothing.</summary>
public static class SourceRules
{
    /// <summary>The most lines that a file may have; data tables excepted.</summary>
    public const int MaximumLines = 400;

    private static readonly string[] VagueEndings = ["Util", "Utils", "Utilities", "Helper", "Helpers"];

    /// <summary>A file that is too long to be read in one go, unless it stands in a folder named <c>Tables</c>.</summary>
    public static IEnumerable<string> Length(SourceFile file)
    {
        var lines = file.Text.AsSpan().TrimEnd('\n').Count('\n') + 1;
        if (lines > MaximumLines && !file.Path.Split('/').SkipLast(1).Contains("Tables", StringComparer.Ordinal))
        {
            yield return $"{file.Path}: {lines} lines; split it (at most {MaximumLines})";
        }
    }

    /// <summary>A file or folder whose name says nothing about what is in it.</summary>
    public static IEnumerable<string> Name(SourceFile file) =>
        file
            .Path.Split('/')
            .Select(part => part.Split('.')[0])
            .Where(part =>
                part.Equals("Common", StringComparison.OrdinalIgnoreCase)
                || VagueEndings.Any(ending => part.EndsWith(ending, StringComparison.Ordinal))
            )
            .Select(part => $"{file.Path}: \"{part}\" says nothing; name it after what it does");

    /// <summary>Regions, which hide what should have been a type of its own.</summary>
    public static IEnumerable<string> Regions(SourceFile file) =>
        Parse(file)
            .DescendantNodes(descendIntoTrivia: true)
            .OfType<RegionDirectiveTriviaSyntax>()
            .Select(region => $"{file.Path}:{Line(region)}: no regions");

    /// <summary>Waiting on the wall clock: slow when it works, flaky when it does not.</summary>
    public static IEnumerable<string> Sleeps(SourceFile file) =>
        Parse(file)
            .DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Where(IsSleep)
            .Select(call => $"{file.Path}:{Line(call)}: {call}; wait for something named, or delay on a TimeProvider");

    /// <summary>A grain that asks another one while it is being activated: the other may be waiting for this one, until the call times out.</summary>
    /// <remarks>Dialers are reentrant and ask nobody back; lanes ask them through a method of its own.</remarks>
    public static IEnumerable<string> AskingWhileWaking(SourceFile file) =>
        Parse(file)
            .DescendantNodes()
            .OfType<MethodDeclarationSyntax>()
            .Where(method => method.Identifier.Text == "OnActivateAsync")
            .SelectMany(method => method.DescendantNodes().OfType<GenericNameSyntax>())
            .Where(name => name.Identifier.Text == "GetGrain")
            .Select(name => $"{file.Path}:{Line(name)}: {name}; read the store in OnActivateAsync, ask other grains afterwards");

    private static bool IsSleep(InvocationExpressionSyntax call)
    {
        var called = call.Expression.ToString();
        var arguments = call.ArgumentList.Arguments;
        return called is "Thread.Sleep" or "System.Threading.Thread.Sleep"
            || (
                called is "Task.Delay" or "System.Threading.Tasks.Task.Delay"
                && (arguments.Count < 2 || (arguments.Count == 2 && !IsClock(arguments[1].Expression.ToString())))
            );
    }

    // Of the overloads with two arguments, the second is a TimeProvider or a CancellationToken; three have both.
    private static bool IsClock(string argument) => Mentions(argument, "time", "clock") && !Mentions(argument, "token", "cancel");

    private static bool Mentions(string argument, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (argument.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static CSharpSyntaxNode Parse(SourceFile file) =>
        (CSharpSyntaxNode)CSharpSyntaxTree.ParseText(file.Text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();

    private static int Line(CSharpSyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
