using Burgernet.TestKit;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresServer))]
