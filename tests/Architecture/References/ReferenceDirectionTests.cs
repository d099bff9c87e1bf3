using Xunit;

namespace Burgernet.Tests.Architecture.References;

/// <summary>What the project files declare and what the compiler used, held to the reference direction.</summary>
public sealed class ReferenceDirectionTests
{
    public static TheoryData<string> Folders => [.. Room.All.Select(room => room.Folder)];

    public static TheoryData<string> LibraryFolders => [.. Room.All.Where(room => room.IsLibrary).Select(room => room.Folder)];

    [Fact]
    public void House_Listed_HasTheRoomsOfTheStyleGuide() =>
        Assert.Empty(
            new[]
            {
                "Burgernet.H3",
                "Burgernet.Sip",
                "Burgernet.Smpp",
                "Burgernet.Practice",
                "Burgernet.GrainInterfaces",
                "Burgernet.Grains",
                "Burgernet.Api",
                "Burgernet.Silo",
            }.Except(Room.All.Select(room => room.Name), StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Folders))]
    public void ProjectFile_OfEachRoom_DeclaresOnlyWhatItMayUse(string folder)
    {
        var room = new Room(folder);

        Assert.Empty(ReferenceRules.Breaches(room.Name, [.. room.References, .. room.Packages]));
    }

    // The rooms of the node may: Orleans' server brings ASP.NET's shared framework with it.
    [Theory]
    [MemberData(nameof(LibraryFolders))]
    public void ProjectFile_OfEachLibrary_AsksForNoWebFramework(string folder)
    {
        var room = new Room(folder);

        Assert.Empty(ReferenceRules.Breaches(room.Name, room.Frameworks));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Assembly_OfEachRoom_WasCompiledOnlyAgainstWhatItMayUse(string folder)
    {
        var room = new Room(folder);

        Assert.Empty(ReferenceRules.Breaches(room.Name, room.CompiledReferences));
    }
}
