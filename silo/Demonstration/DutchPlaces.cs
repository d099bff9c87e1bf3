using System.Globalization;
using Burgernet.Cells;
using CsvHelper;

namespace Burgernet.Silo.Demonstration;

/// <summary>Dutch places with their inhabitants, from GeoNames (CC BY 4.0), shipped with the node.</summary>
internal static class DutchPlaces
{
    private const string Resource = "Burgernet.Silo.Demonstration.dutch-places.csv";

    /// <summary>Reads them all.</summary>
    public static List<Place> Read()
    {
        using var stream =
            typeof(DutchPlaces).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not in the assembly");
        using var csv = new CsvReader(new StreamReader(stream), CultureInfo.InvariantCulture);
        var places = new List<Place>();
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            places.Add(
                new Place(
                    csv.GetField("name")!,
                    new GeoPoint(csv.GetField<double>("latitude"), csv.GetField<double>("longitude")),
                    csv.GetField<int>("population")
                )
            );
        }

        return places;
    }
}
