namespace Burgernet.Participants;

/// <summary>A text that says who somebody is or how to reach them: a name, a number, an address. Only <see cref="Value"/> gives it away; whatever prints the rest, a log or an exception, does not.</summary>
/// <param name="Value">The text itself. Never logged.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.personal-text")]
public readonly record struct PersonalText([property: Id(0)] string Value)
{
    /// <summary>What is printed in its place.</summary>
    public const string Mask = "(personal)";

    /// <summary>From a text.</summary>
    public static explicit operator PersonalText(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Mask;
}
