namespace Burgernet.Grains.Imports;

/// <summary>Why a line cannot be split into fields.</summary>
internal enum CsvFault
{
    /// <summary>A quote was opened and not closed on the line.</summary>
    QuoteNotClosed,

    /// <summary>After a closing quote something else comes than the next field.</summary>
    TextAfterQuote,
}
