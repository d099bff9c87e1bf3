using System.Globalization;
using Burgernet.Coverage;
using Burgernet.Grains.Coverage;
using Burgernet.Silo.Borders;
using CsvHelper;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.Coverage;

/// <summary>Municipalities from the configured list of inhabitants, and those that only the border file names. Read once, at start.</summary>
/// <exception cref="BorderFileException">The list cannot be used.</exception>
internal sealed class ConfiguredMunicipalities(IOptions<CoverageOptions> options, ConfiguredBorders borders) : IMunicipalities
{
    // Some seconds for a detailed file: only when somebody looks at the map.
    private readonly Lazy<IReadOnlyList<MunicipalityShape>> _shapes = new(() => BorderShapes.Of(borders.Municipalities));

    /// <inheritdoc/>
    public IReadOnlyList<Municipality> All { get; } =
    [
        .. Read(options.Value.InhabitantsFile)
            .Concat(borders.Municipalities.Select(area => new Municipality(area.Code, area.Name, Inhabitants: null)))
            .DistinctBy(municipality => municipality.Code, StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<MunicipalityShape> Shapes => _shapes.Value;

    private static List<Municipality> Read(string? file)
    {
        var municipalities = new List<Municipality>();
        if (string.IsNullOrEmpty(file))
        {
            return municipalities;
        }

        try
        {
            using var csv = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
            csv.Read();
            csv.ReadHeader();
            while (csv.Read())
            {
                municipalities.Add(new Municipality(csv.GetField("code")!, csv.GetField("name")!, csv.GetField<int>("inhabitants")));
            }

            return municipalities;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CsvHelperException)
        {
            throw new BorderFileException(
                $"The list of inhabitants {file} cannot be read: CSV with the columns code, name and inhabitants (line {municipalities.Count + 2}).",
                $"De lijst met inwoners {file} is niet te lezen: CSV met de kolommen code, name en inhabitants (regel {municipalities.Count + 2}).",
                exception
            );
        }
    }
}
