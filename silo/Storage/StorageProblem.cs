namespace Burgernet.Silo.Storage;

/// <summary>Why a node cannot begin to use its database.</summary>
public enum StorageProblem
{
    /// <summary>The provider is neither of the known ones.</summary>
    UnknownProvider,

    /// <summary>PostgreSQL without a connection string.</summary>
    NoConnectionString,

    /// <summary>A connection string that cannot be read, or names no host, user or database.</summary>
    BadConnectionString,

    /// <summary>A server beyond this machine, and a connection that may go there readable.</summary>
    PlainNetwork,

    /// <summary>Nothing answers at the address, or not in time.</summary>
    Unreachable,

    /// <summary>The server does not let this user in: name, password, or its own list of who may come from where.</summary>
    LoginRefused,

    /// <summary>There is no such database.</summary>
    NoDatabase,

    /// <summary>The server is older than what the node is tested with.</summary>
    TooOld,

    /// <summary>The schema must be brought up to date and this user may not.</summary>
    MayNotMigrate,

    /// <summary>Bringing the schema up to date failed, or another node is at it for too long.</summary>
    MigrationFailed,
}
