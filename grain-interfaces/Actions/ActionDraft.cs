using Burgernet.Cells;

namespace Burgernet.Actions;

/// <summary>All that a dispatcher gives to prepare an action; checked for form by the caller, for meaning by the grain.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.action-draft")]
public sealed record ActionDraft
{
    /// <summary>What it is about.</summary>
    [Id(0)]
    public required ActionKind Kind { get; init; }

    /// <summary>Whom or what to look for (signalement), or for prevention the method (werkwijze).</summary>
    [Id(1)]
    public required string Description { get; init; }

    /// <summary>The control room's own reference of the report.</summary>
    [Id(2)]
    public required string IncidentNumber { get; init; }

    /// <summary>Where people are called.</summary>
    [Id(3)]
    public required Area Area { get; init; }

    /// <summary>Where it happened; the nearest are called first. Centre of a circle or a point on the surface unless given.</summary>
    [Id(4)]
    public required GeoPoint IncidentPoint { get; init; }

    /// <summary>The spoken message in each language; Dutch serves whoever's language is absent, else the first. None where nobody is called.</summary>
    [Id(5)]
    public required IReadOnlyList<SpokenMessage> Messages { get; init; }

    /// <summary>Whether it is practice (true) or live (false), for ever; null where the control room has carriers of one kind only.</summary>
    [Id(6)]
    public bool? Practice { get; init; }

    /// <summary>By what people are reached; null for by phone, or what the kind has instead.</summary>
    [Id(7)]
    public IReadOnlyList<Medium>? Media { get; init; }

    /// <summary>Only who is in at least one of these; none for everyone. Default: none.</summary>
    [Id(8)]
    public IReadOnlyList<TargetGroup> TargetGroups { get; init; } = [];

    /// <summary>What an SMS says; what a language has none of is made of the text that is spoken. Default: none.</summary>
    [Id(9)]
    public IReadOnlyList<WrittenMessage> Written { get; init; } = [];

    /// <summary>Whether an SMS goes instead of a call that reached nobody. Default: no.</summary>
    [Id(10)]
    public bool SmsInstead { get; init; }

    /// <summary>What a mail says; what a language has none of is made of the text that is spoken, else of that of an SMS. Default: none.</summary>
    [Id(11)]
    public IReadOnlyList<WrittenMail> Mails { get; init; } = [];
}
