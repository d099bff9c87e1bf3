using Burgernet.Silo.Borders;
using Burgernet.TestKit;

namespace Burgernet.Tests.Unit.Borders;

/// <summary>The coarse borders of 2023 beside our checkouts, as a node would be given them.</summary>
internal static class SharedBorders
{
    public static BorderFileOptions Municipalities(TemporaryFolder folder) => Write(folder, "gm_features", "municipalities.geojson");

    public static BorderFileOptions Districts(TemporaryFolder folder) => Write(folder, "vr_features", "districts.geojson");

    private static BorderFileOptions Write(TemporaryFolder folder, string name, string file)
    {
        var path = Path.Combine(folder.Path, file);
        File.WriteAllText(path, TopoJson.ToGeoJson(File.ReadAllText(SharedData.Require("data/municipalities-2023.topo.json")), name));
        return new BorderFileOptions { File = path, CodeProperty = "code" };
    }
}
