using System.ComponentModel.DataAnnotations;

namespace Burgernet.Silo.Hosting;

/// <summary>Whether and how the node works together with others (section <c>Burgernet:Cluster</c>).</summary>
public sealed class ClusterOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Burgernet:Cluster";

    /// <summary>The name that all nodes of an installation share. Empty (the default): the node is alone. A cluster keeps its members in PostgreSQL.</summary>
    [RegularExpression("^[a-zA-Z0-9-]{0,60}$")]
    public string Id { get; set; } = "";

    /// <summary>The IP address at which the other nodes reach this one; it listens there and nowhere else, unless <see cref="Listen"/> says otherwise. Default 127.0.0.1: nodes on one machine.</summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>Where it listens for the other nodes (<c>10.0.0.5:15111</c>) if that is not where they reach it: behind a tunnel or a mapped port. Empty (the default): at its address and silo port.</summary>
    public string Listen { get; set; } = "";

    /// <summary>Whether the node has company.</summary>
    public bool Enabled => Id.Length > 0;
}
