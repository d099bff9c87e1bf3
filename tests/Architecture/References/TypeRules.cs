using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Burgernet.Tests.Architecture.References;

/// <summary>The reference direction seen from single types, so that a breach names the class that is at fault.</summary>
public static class TypeRules
{
    /// <summary>Types that need a socket or a database: the gateways and stores of the node are there for those.</summary>
    public static IObjectProvider<IType> SocketsAndSql { get; } =
        Types(true).That().ResideInNamespaceMatching(@"^(System\.Net\.Sockets|System\.Data|Microsoft\.Data|Npgsql)(\.|$)");

    /// <summary>Types that would keep others from using a library.</summary>
    public static IObjectProvider<IType> WebAndOrleans { get; } =
        Types(true).That().ResideInNamespaceMatching(@"^(Orleans|Microsoft\.AspNetCore)(\.|$)");

    /// <summary>The types of one assembly. A namespace would not do: a folder is the same noun in every room.</summary>
    /// <param name="assembly">A loaded assembly.</param>
    public static IObjectProvider<IType> In(System.Reflection.Assembly assembly) => Types().That().ResideInAssembly(assembly);

    /// <summary>A rule that keeps types apart.</summary>
    /// <param name="types">The types that must not depend.</param>
    /// <param name="others">What they must not depend on.</param>
    /// <param name="reason">Why, for the person whose build it stops.</param>
    public static IArchRule NoneDependOn(IObjectProvider<IType> types, IObjectProvider<IType> others, string reason) =>
        Types().That().Are(types).Should().NotDependOnAny(others).Because(reason).WithoutRequiringPositiveResults();
}
