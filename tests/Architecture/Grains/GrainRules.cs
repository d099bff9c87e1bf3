using ArchUnitNET.Fluent;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Burgernet.Tests.Architecture.Grains;

/// <summary>What every grain class looks like.</summary>
public static class GrainRules
{
    /// <summary>Nobody outside the room names the class, nobody derives from it, and its identity survives a rename.</summary>
    public static IArchRule Shape { get; } =
        Classes()
            .That()
            .ResideInNamespaceMatching(@"^Burgernet\.")
            .And()
            .AreAssignableTo(typeof(IGrainBase))
            .And()
            .AreNotAbstract()
            .Should()
            .BeInternal()
            .AndShould()
            .BeSealed()
            .AndShould()
            .HaveAnyAttributes(typeof(GrainTypeAttribute))
            .Because("grains are internal sealed classes with a pinned [GrainType]")
            .WithoutRequiringPositiveResults();
}
