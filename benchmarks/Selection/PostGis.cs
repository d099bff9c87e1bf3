using Burgernet.Cells;
using Npgsql;

namespace Burgernet.Benchmarks.Selection;

/// <summary>The same question in SQL.</summary>
internal sealed class PostGis(SelectionRegister register)
{
    /// <summary>Everyone with a location in the area, each once.</summary>
    public async Task<List<Guid>> Select(SelectionArea area)
    {
        await using var command = area.Area is CircleArea circle ? Circle(circle) : Polygons(area);
        var found = new List<Guid>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            found.Add(rows.GetGuid(0));
        }

        return found;
    }

    private NpgsqlCommand Circle(CircleArea circle)
    {
        var command = register.Data.CreateCommand(
            "select distinct participant_id from place where ST_DWithin(geog, ST_SetSRID(ST_MakePoint($1, $2), 4326)::geography, $3, false)"
        );
        command.Parameters.Add(new NpgsqlParameter { Value = circle.Center.Longitude });
        command.Parameters.Add(new NpgsqlParameter { Value = circle.Center.Latitude });
        command.Parameters.Add(new NpgsqlParameter { Value = circle.RadiusMetres });
        return command;
    }

    private NpgsqlCommand Polygons(SelectionArea area)
    {
        var command = register.Data.CreateCommand(
            "select distinct participant_id from place where ST_Intersects(geom, ST_SetSRID(ST_GeomFromGeoJSON($1), 4326))"
        );
        command.Parameters.Add(new NpgsqlParameter { Value = area.ToGeoJson() });
        return command;
    }
}
