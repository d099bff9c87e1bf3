using System.Security.Cryptography;
using System.Text;
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

    /// <summary>Of what stands in the files, and of what their properties are called: another file with the same borders is the same.</summary>
    public string? Version { get; } = VersionOf(options.Value);

    /// <summary>The municipalities; none where none are configured.</summary>
    public IReadOnlyList<BorderArea> Municipalities => _municipalities?.Areas ?? [];

    /// <inheritdoc/>
    public BorderCodes Find(GeoPoint point) => new(_municipalities?.Find(point)?.Code, _districts?.Find(point)?.Code);

    private static string? VersionOf(BorderOptions options)
    {
        BorderFileOptions[] files = [options.Municipalities, options.Districts];
        if (files.All(file => string.IsNullOrEmpty(file.File)))
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(string.IsNullOrEmpty(file.File) ? [] : SHA256.HashData(File.ReadAllBytes(file.File)));
            hash.AppendData(Encoding.UTF8.GetBytes($"|{file.CodeProperty}|"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static BorderLayer? Layer(BorderFileOptions file) =>
        string.IsNullOrEmpty(file.File) ? null : new BorderLayer(BorderFile.Read(file));
}
