namespace Burgernet.Silo.Borders;

/// <summary>Which borders the node knows (section <c>Burgernet:Borders</c>). None: municipality and district of every location are unknown.</summary>
public sealed class BorderOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Burgernet:Borders";

    /// <summary>Municipalities, for instance the <c>gemeente_gegeneraliseerd</c> of CBS and PDOK.</summary>
    public BorderFileOptions Municipalities { get; set; } = new();

    /// <summary>Police or safety regions.</summary>
    public BorderFileOptions Districts { get; set; } = new();
}
