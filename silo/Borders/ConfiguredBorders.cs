using Burgernet.Cells;
using Burgernet.Grains.Participants;
using Burgernet.Participants;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.Borders;

/// <summary>The borders of the configured files, read once, at start.</summary>
/// <exception cref="BorderFileException">A file cannot be used.</exception>
internal sealed class ConfiguredBorders(IOptions<BorderOptions> options) : IBorders
{
    private readonly BorderLayer? _municipalities = Layer(options.Value.Municipalities);
    private readonly BorderLayer? _districts = Layer(options.Value.Districts);

    /// <summary>The municipalities; none where none are configured.</summary>
    public IReadOnlyList<BorderArea> Municipalities => _municipalities?.Areas ?? [];

    /// <inheritdoc/>
    public BorderCodes Find(GeoPoint point) => new(_municipalities?.Find(point)?.Code, _districts?.Find(point)?.Code);

    private static BorderLayer? Layer(BorderFileOptions file) =>
        string.IsNullOrEmpty(file.File) ? null : new BorderLayer(BorderFile.Read(file));
}
