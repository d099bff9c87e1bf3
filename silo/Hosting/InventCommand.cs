using System.Globalization;
using System.Text;
using Burgernet.Silo.Demonstration;

namespace Burgernet.Silo.Hosting;

/// <summary><c>silo -- invent --participants N --out FILE</c>: writes invented participants as a file that can be imported. Practice numbers only.</summary>
internal static class InventCommand
{
    /// <summary>The word on the command line.</summary>
    public const string Name = "invent";

    private const int DefaultSeed = 2012;

    /// <summary>Writes the file.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        var text = new NodeText((configuration.GetSection(NodeOptions.Section).Get<NodeOptions>() ?? new NodeOptions()).Language);
        var file = configuration["out"];
        var until = TimeProvider.System.GetUtcNow().UtcDateTime.Date;
        var right =
            int.TryParse(configuration["participants"], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            & int.TryParse(configuration["seed"] ?? $"{DefaultSeed}", NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            & (
                configuration["until"] is not { } day
                || DateTime.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out until)
            );
        if (!right || count is < 1 or > InventedParticipants.Most || string.IsNullOrEmpty(file))
        {
            await Console.Error.WriteLineAsync(text.InventUsage(InventedParticipants.Most));
            return 1;
        }

        var all = DutchPlaces.Read();
        var names = configuration["places"]?.Split(',', StringSplitOptions.TrimEntries);
        var places = names is null ? all : all.FindAll(place => names.Contains(place.Name, StringComparer.OrdinalIgnoreCase));
        if (places.Count == 0)
        {
            await Console.Error.WriteLineAsync(text.InventUsage(InventedParticipants.Most));
            return 1;
        }

        try
        {
            await using var writer = new StreamWriter(
                file,
                append: false,
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                1 << 20
            );
            var (people, locations) = InventedCsv.Write(
                writer,
                InventedParticipants.Create(new InventedLandscape(all, places), count, seed, new DateTimeOffset(until, TimeSpan.Zero))
            );
            await Console.Out.WriteLineAsync(text.Invented(people, locations, file));
            return 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }
}
