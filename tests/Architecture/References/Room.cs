using System.Reflection;
using System.Xml.Linq;
using Burgernet.TestKit;

namespace Burgernet.Tests.Architecture.References;

/// <summary>One project of the product: what its project file declares and what its assembly was compiled against.</summary>
/// <param name="Folder">The folder of the project below the repository's root, for instance <c>libs/Burgernet.Sip</c>.</param>
public sealed record Room(string Folder)
{
    private static readonly string[] OneProjectFolders = ["grain-interfaces", "grains", "api", "silo"];

    /// <summary>Every library, and the four rooms of the node.</summary>
    public static IReadOnlyList<Room> All { get; } =
    [
        .. Directory
            .EnumerateDirectories(Path.Combine(RepositoryRoot.Path, "libs"))
            .Select(folder => "libs/" + Path.GetFileName(folder))
            .Order(StringComparer.Ordinal)
            .Concat(OneProjectFolders)
            .Select(folder => new Room(folder))
            .Where(room => room.Projects.Length > 0),
    ];

    /// <summary>The assembly's name, which is the project file's.</summary>
    public string Name => Path.GetFileNameWithoutExtension(Projects.Single());

    /// <summary>Whether anyone may use it without Orleans or ASP.NET.</summary>
    public bool IsLibrary => Folder.StartsWith("libs/", StringComparison.Ordinal);

    /// <summary>Names of the packages that the project file asks for.</summary>
    public IReadOnlyList<string> Packages => Declared("PackageReference");

    /// <summary>Names of the shared frameworks that the project file asks for, and its SDK.</summary>
    public IReadOnlyList<string> Frameworks =>
        [.. Declared("FrameworkReference"), XDocument.Load(Projects.Single()).Root!.Attribute("Sdk")!.Value];

    /// <summary>Names of the projects that the project file refers to.</summary>
    public IReadOnlyList<string> References =>
        [.. Declared("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))];

    /// <summary>The compiled room, from beside this test.</summary>
    public Assembly Assembly => Assembly.Load(Name);

    /// <summary>Names of the assemblies that the compiler found in use.</summary>
    public IReadOnlyList<string> CompiledReferences =>
        [.. Assembly.GetReferencedAssemblies().Select(reference => reference.Name!).Order(StringComparer.Ordinal)];

    private string[] Projects => Directory.GetFiles(Path.Combine(RepositoryRoot.Path, Folder), "*.csproj");

    private string[] Declared(string item) =>
        [.. XDocument.Load(Projects.Single()).Descendants(item).Select(element => (string?)element.Attribute("Include")).OfType<string>()];
}
