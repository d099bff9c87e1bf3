using System.Data.Common;

namespace Burgernet.Tests.Architecture.Specimens;

/// <summary>Wrong on purpose: shaped as a grain should be, but it speaks SQL.</summary>
[GrainType("specimen.sql")]
internal sealed class GrainWithSql(DbDataSource database) : Grain
{
    public Task<int> Run() => Ask("SELECT 1");

    private async Task<int> Ask(string sql)
    {
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    }
}
