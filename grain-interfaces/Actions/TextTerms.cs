namespace Burgernet.Actions;

/// <summary>By what a message goes, and what it says where it is read.</summary>
/// <param name="Written">Texts of its own; what a language has none of is made of the text that is spoken.</param>
/// <param name="Media">By what people are reached; null for as the action says.</param>
/// <param name="SmsInstead">Whether an SMS goes instead of a call that reached nobody; null for as the action says.</param>
/// <param name="Mails">Mails of its own; null for none, and then as with texts.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.text-terms")]
public sealed record TextTerms(
    [property: Id(0)] IReadOnlyList<WrittenMessage> Written,
    [property: Id(1)] IReadOnlyList<Medium>? Media = null,
    [property: Id(2)] bool? SmsInstead = null,
    [property: Id(3)] IReadOnlyList<WrittenMail>? Mails = null
);
