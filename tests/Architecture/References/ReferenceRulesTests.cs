using Xunit;

namespace Burgernet.Tests.Architecture.References;

/// <summary>The rules can say no: otherwise a green house would prove nothing.</summary>
public sealed class ReferenceRulesTests
{
    [Theory]
    [InlineData("Burgernet.H3", "Burgernet.Sip")]
    [InlineData("Burgernet.Sip", "Burgernet.Practice")]
    [InlineData("Burgernet.Sip", "Microsoft.Orleans.Sdk")]
    [InlineData("Burgernet.Sip", "Orleans.Core")]
    [InlineData("Burgernet.Practice", "Microsoft.AspNetCore.App")]
    [InlineData("Burgernet.Practice", "Microsoft.NET.Sdk.Web")]
    [InlineData("Burgernet.Practice", "Burgernet.GrainInterfaces")]
    [InlineData("Burgernet.GrainInterfaces", "Burgernet.Grains")]
    [InlineData("Burgernet.Grains", "Burgernet.Api")]
    [InlineData("Burgernet.Grains", "Burgernet.Silo")]
    [InlineData("Burgernet.Grains", "System.Net.Sockets")]
    [InlineData("Burgernet.Grains", "System.Data.Common")]
    [InlineData("Burgernet.Grains", "Microsoft.Data.Sqlite")]
    [InlineData("Burgernet.Grains", "Npgsql")]
    [InlineData("Burgernet.Grains", "dbup-sqlite")]
    [InlineData("Burgernet.Api", "Burgernet.Grains")]
    [InlineData("Burgernet.Api", "Burgernet.Silo")]
    [InlineData("Burgernet.Silo", "Burgernet.TestKit")]
    public void Breaches_ReferenceAgainstTheDirection_NamesIt(string room, string reference) =>
        Assert.Equal([reference], ReferenceRules.Breaches(room, ["System.Runtime", reference]));

    [Theory]
    [InlineData("Burgernet.Practice", "Burgernet.Sip")]
    [InlineData("Burgernet.Sip", "System.Net.Sockets")]
    [InlineData("Burgernet.GrainInterfaces", "Burgernet.H3")]
    [InlineData("Burgernet.GrainInterfaces", "Orleans.Serialization")]
    [InlineData("Burgernet.Grains", "Burgernet.GrainInterfaces")]
    [InlineData("Burgernet.Grains", "System.Net.Primitives")]
    [InlineData("Burgernet.Api", "Burgernet.GrainInterfaces")]
    [InlineData("Burgernet.Silo", "Burgernet.Grains")]
    [InlineData("Burgernet.Silo", "Microsoft.Data.Sqlite")]
    public void Breaches_ReferenceAlongTheDirection_NamesNothing(string room, string reference) =>
        Assert.Empty(ReferenceRules.Breaches(room, [reference]));
}
