using Burgernet.Tests.Unit.Storage;

namespace Burgernet.Tests.Unit.Analysts;

public sealed class SqliteAnalystViewTests : AnalystViewTests
{
    private protected override string Prefix => "analyst_";

    private protected override Task<StoreBench> Open() => Task.FromResult<StoreBench>(new SqliteStoreBench());

    private protected override async Task<string[]> ColumnsOf(string view) =>
        [.. (await Store.Rows($"select name from pragma_table_info('{Prefix}{view}') order by cid")).Select(row => (string)row[0]!)];
}
