using Burgernet.Coverage;

namespace Burgernet.Grains.Coverage;

/// <summary>The municipalities of the country as far as they are configured. The node implements it.</summary>
public interface IMunicipalities
{
    /// <summary>All of them; none where none are configured.</summary>
    IReadOnlyList<Municipality> All { get; }

    /// <summary>Their borders, for a map, each code once; none where none are configured.</summary>
    IReadOnlyList<MunicipalityShape> Shapes { get; }
}
