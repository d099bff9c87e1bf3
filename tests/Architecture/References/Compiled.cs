using ArchUnitNET.Loader;
using Burgernet.TestKit;
using Burgernet.Tests.Architecture.Specimens;
using House = ArchUnitNET.Domain.Architecture;

namespace Burgernet.Tests.Architecture.References;

/// <summary>Assemblies read once for all rules about types.</summary>
public static class Compiled
{
    /// <summary>Every room of the product, and the assembly of Orleans that says what a grain is.</summary>
    public static House Product { get; } =
        new ArchLoader().LoadAssemblies([.. Room.All.Select(room => room.Assembly), typeof(IGrainBase).Assembly]).Build();

    /// <summary>This test's own assembly and the test kit, for the specimens in it that break the rules on purpose.</summary>
    public static House Offenders { get; } =
        new ArchLoader()
            .LoadAssemblies(typeof(GrainWithSocket).Assembly, typeof(RepositoryRoot).Assembly, typeof(IGrainBase).Assembly)
            .Build();
}
