using Xunit;

namespace Burgernet.Tests.Architecture.Sources;

/// <summary>The source rules can say no, and say it only where they should.</summary>
public sealed class SourceRulesTests
{
    [Theory]
    [InlineData("libs/Burgernet.H3/Cell.cs", 400, 0)]
    [InlineData("libs/Burgernet.H3/Cell.cs", 401, 1)]
    [InlineData("libs/Burgernet.H3/Tables/BaseCells.cs", 5000, 0)]
    [InlineData("libs/Burgernet.H3/Tables.cs", 401, 1)]
    public void Length_FileOfSoManyLines_IsHeldToTheMaximum(string path, int lines, int breaches) =>
        Assert.Equal(breaches, SourceRules.Length(new SourceFile(path, string.Concat(Enumerable.Repeat("//\n", lines)))).Count());

    [Theory]
    [InlineData("silo/Utils.cs")]
    [InlineData("silo/StringHelper.cs")]
    [InlineData("silo/Common.cs")]
    [InlineData("api/Common/Paging.cs")]
    [InlineData("api/Utilities/Paging.cs")]
    [InlineData("api/DateUtils.Parsing.cs")]
    public void Name_ThatSaysNothing_IsCaught(string path) => Assert.Single(SourceRules.Name(new SourceFile(path, "")));

    [Theory]
    [InlineData("api/Actions/ActionsApi.cs")]
    [InlineData("grains/Actions/CommonCarrier.cs")]
    public void Name_ThatSaysSomething_Passes(string path) => Assert.Empty(SourceRules.Name(new SourceFile(path, "")));

    [Theory]
    [InlineData("Thread.Sleep(10);")]
    [InlineData("await Task.Delay(10);")]
    [InlineData("await Task.Delay(10, token);")]
    [InlineData("await Task.Delay(10, timeout.Token);")]
    [InlineData("await Task.Delay(TimeSpan.FromSeconds(1), cancellation);")]
    [InlineData("await System.Threading.Tasks.Task.Delay(wait).ConfigureAwait(false);")]
    public void Sleeps_OnTheWallClock_AreCaught(string statement) => Assert.Single(SourceRules.Sleeps(Body(statement)));

    [Theory]
    [InlineData("await Task.Delay(wait, timeProvider);")]
    [InlineData("await Task.Delay(wait, fake.Clock);")]
    [InlineData("await Task.Delay(wait, TimeProvider.System, token);")]
    [InlineData("Say(\"Thread.Sleep(10)\"); // Task.Delay(10)")]
    public void Sleeps_OnAGivenClockOrInWords_Pass(string statement) => Assert.Empty(SourceRules.Sleeps(Body(statement)));

    [Fact]
    public void Regions_InCode_AreCaught() => Assert.Single(SourceRules.Regions(Body("\n#region Fields\n#endregion\n")));

    [Fact]
    public void Regions_InAString_Pass() => Assert.Empty(SourceRules.Regions(Body("Say(\"#region\");")));

    [Fact]
    public void AskingWhileWaking_AnotherGrain_IsCaught() =>
        Assert.Single(
            SourceRules.AskingWhileWaking(
                new SourceFile(
                    "grains/X.cs",
                    "class X { Task OnActivateAsync(CancellationToken c) { GrainFactory.GetGrain<IY>(1).Ask(); } }"
                )
            )
        );

    [Fact]
    public void AskingWhileWaking_OnceAwake_Passes() =>
        Assert.Empty(SourceRules.AskingWhileWaking(Body("GrainFactory.GetGrain<IY>(1).Ask();")));

    private static SourceFile Body(string statement) => new("tests/X.cs", $"class X {{ async Task Y() {{ {statement} }} }}");
}
