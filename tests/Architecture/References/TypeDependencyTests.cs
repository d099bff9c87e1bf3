using ArchUnitNET.Domain;
using ArchUnitNET.xUnitV3;
using Burgernet.TestKit;
using Burgernet.Tests.Architecture.Specimens;
using Xunit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Burgernet.Tests.Architecture.References;

/// <summary>Single types held to the reference direction, and proof that the rules catch a type that breaks it.</summary>
public sealed class TypeDependencyTests
{
    [Fact]
    public void Grains_Compiled_OwnNoSocketsAndNoSql() =>
        TypeRules
            .NoneDependOn(In("Burgernet.Grains"), TypeRules.SocketsAndSql, "grains reach the world through ports that the silo implements")
            .Check(Compiled.Product);

    [Fact]
    public void Libraries_Compiled_KnowNeitherOrleansNorAspNet() =>
        Assert.All(
            Room.All.Where(room => room.IsLibrary),
            room =>
                TypeRules.NoneDependOn(In(room.Name), TypeRules.WebAndOrleans, "libraries are for anyone to use").Check(Compiled.Product)
        );

    [Theory]
    [InlineData("Burgernet.Api", "Burgernet.Grains", "the API also runs alone, as an Orleans client")]
    [InlineData("Burgernet.Api", "Burgernet.Silo", "the API also runs alone, as an Orleans client")]
    [InlineData("Burgernet.Grains", "Burgernet.Silo", "the silo implements the ports that grains declare")]
    [InlineData("Burgernet.Grains", "Burgernet.Api", "grains serve any front")]
    [InlineData("Burgernet.GrainInterfaces", "Burgernet.Grains", "contracts come before those who keep them")]
    public void Room_Compiled_KnowsNoTypeOf(string room, string other, string reason) =>
        TypeRules.NoneDependOn(In(room), In(other), reason).Check(Compiled.Product);

    [Theory]
    [InlineData(typeof(GrainWithSocket))]
    [InlineData(typeof(GrainWithSql))]
    public void NoneDependOn_GrainThatOwnsASocketOrSpeaksSql_IsCaught(Type offender) => AssertCaught(offender, TypeRules.SocketsAndSql);

    [Fact]
    public void NoneDependOn_TypeThatKnowsOrleans_IsCaught() => AssertCaught(typeof(GrainWithSocket), TypeRules.WebAndOrleans);

    [Fact]
    public void NoneDependOn_TypeThatKnowsAnotherAssembly_IsCaught() =>
        AssertCaught(typeof(Room), TypeRules.In(typeof(RepositoryRoot).Assembly));

    private static IObjectProvider<IType> In(string assembly) => TypeRules.In(Room.All.Single(room => room.Name == assembly).Assembly);

    private static void AssertCaught(Type offender, IObjectProvider<IType> others) =>
        Assert.False(TypeRules.NoneDependOn(Types().That().Are(offender), others, "it must").HasNoViolations(Compiled.Offenders));
}
