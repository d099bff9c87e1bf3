namespace Burgernet.Imports;

/// <summary>Why a row was refused, beside what the register itself refuses (<see cref="Participants.ParticipantRefusalCode"/>). Names are stored; never rename. None is a name there too.</summary>
[GenerateSerializer]
[Alias("burgernet.import-refusal-code")]
public enum ImportRefusalCode
{
    /// <summary>The line is longer than any can be.</summary>
    LineTooLong,

    /// <summary>Fewer fields than the header has.</summary>
    FieldsMissing,

    /// <summary>More fields than the header has.</summary>
    FieldsTooMany,

    /// <summary>A quote that is not closed on its line.</summary>
    QuoteNotClosed,

    /// <summary>Text between a closing quote and the next field.</summary>
    TextAfterQuote,

    /// <summary>Nothing stands in a column that every row needs.</summary>
    ValueMissing,

    /// <summary>Longer than 64 characters.</summary>
    ReferenceTooLong,

    /// <summary>Not a number.</summary>
    NotANumber,

    /// <summary>Not a date or time as they are written here.</summary>
    NotADate,

    /// <summary>A time that has not come yet, or from before there was a register.</summary>
    DateImpossible,

    /// <summary>Neither yes nor no.</summary>
    NotYesOrNo,

    /// <summary>None of the words for channels.</summary>
    ChannelUnknown,

    /// <summary>Not hours as they are written here.</summary>
    HoursInvalid,

    /// <summary>A location lacks its label, a coordinate or its channels, or an address its postcode or number.</summary>
    LocationIncomplete,

    /// <summary>An earlier row has the same reference.</summary>
    ReferenceRepeated,

    /// <summary>An earlier row has the same phone number.</summary>
    PhoneInOtherRow,

    /// <summary>The participant was changed since this source last told of them: by themselves or by a manager. What they say goes before what a file says.</summary>
    ChangedSince,
}
