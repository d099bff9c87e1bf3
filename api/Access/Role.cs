namespace Burgernet.Api.Access;

/// <summary>What the holder of a key may do. A key has one or more; each right stands with one role, none contains another.</summary>
public enum Role
{
    /// <summary>Prepares, starts, stops and reads the actions of the control room (<c>dispatcher</c>). Sees nothing of the register.</summary>
    Dispatcher,

    /// <summary>Registers, imports, searches, changes and erases participants (<c>relationship-manager</c>).</summary>
    RelationshipManager,

    /// <summary>Takes out names and e-mail addresses of many people at once, for a newsletter (<c>newsletter-editor</c>); only a relationship manager's key may have it.</summary>
    NewsletterEditor,

    /// <summary>Takes out pseudonymous data of participants for research (<c>researcher</c>).</summary>
    Researcher,

    /// <summary>Reads actions and deliveries without what an action is about (<c>analyst</c>): results, times, pseudonyms.</summary>
    Analyst,

    /// <summary>Watches, drains and puts back the nodes of the installation (<c>operator</c>). Sees no action and nothing of the register.</summary>
    Operator,
}
