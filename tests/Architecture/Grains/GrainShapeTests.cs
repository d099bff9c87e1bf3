using ArchUnitNET.xUnitV3;
using Burgernet.Tests.Architecture.References;
using Burgernet.Tests.Architecture.Specimens;
using Xunit;

namespace Burgernet.Tests.Architecture.Grains;

/// <summary>The grain classes, held to the shape that the house gives them.</summary>
public sealed class GrainShapeTests
{
    [Fact]
    public void Grains_InEveryRoom_AreInternalSealedAndPinned() => GrainRules.Shape.Check(Compiled.Product);

    [Fact]
    public void Shape_OfTheSpecimens_CatchesOnlyTheMisshapen() =>
        Assert.All(
            GrainRules.Shape.Evaluate(Compiled.Offenders),
            result => Assert.Equal(!result.Passed, result.EvaluatedObjectIdentifier.Identifier == typeof(GrainWithSocket).FullName)
        );
}
