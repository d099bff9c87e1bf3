using Xunit;

namespace Burgernet.Tests.Unit.Speech;

/// <summary>What is written, and what is said in English.</summary>
internal static class EnglishTexts
{
    public static TheoryData<string, string> All =>
        new()
        {
            // Times, by the clock of 12 hours.
            { "14:30", "two thirty in the afternoon" },
            { "at 14:30 hours.", "at two thirty in the afternoon." },
            { "9:05", "nine oh five in the morning" },
            { "00:15", "twelve fifteen at night" },
            { "12:00", "twelve noon" },
            { "00:00", "twelve midnight" },
            { "20:00", "eight in the evening" },
            { "2:30 pm", "two thirty P M" },
            { "2 p.m.", "two P M" },
            { "14:30-15:00", "two thirty in the afternoon to three in the afternoon" },
            // Dates and years.
            { "12-03-2026", "the twelfth of March twenty twenty-six" },
            { "12 March 2026", "the twelfth of March twenty twenty-six" },
            { "March 12th, 2026", "the twelfth of March twenty twenty-six" },
            { "the 2nd", "the second" },
            { "21 May", "the twenty-first of May" },
            { "2026-11-30", "the thirtieth of November twenty twenty-six" },
            { "in 1998", "in nineteen ninety-eight" },
            { "since 2005", "since two thousand and five" },
            { "built 1900", "built nineteen hundred" },
            { "in 1905", "in nineteen oh five" },
            { "1998 people", "one thousand nine hundred and ninety-eight people" },
            // House numbers and ranges.
            { "12a High Street", "twelve A High Street" },
            { "12-14 High St.", "twelve to fourteen High Street" },
            { "No. 7", "number seven" },
            { "He said no. Then left", "He said no. Then left" },
            // Amounts.
            { "€ 12.50", "twelve euros fifty" },
            { "€1", "one euro" },
            { "€ 0.50", "fifty cents" },
            { "€ 1,250", "one thousand two hundred and fifty euros" },
            { "€ 2 million", "two million euros" },
            // Phone numbers.
            { "0570-123456", "zero five seven zero, one two three, four five six" },
            { "+31 6 12345678", "zero six, one two, three four, five six, seven eight" },
            { "+31991000042", "zero nine nine, one zero zero, zero zero, four two" },
            { "Call 112!", "Call one one two!" },
            { "112 metres", "one hundred and twelve metres" },
            // Number plates.
            { "12-GZR-7", "one two, G for Golf, Z for Zulu, R for Romeo, seven" },
            { "GZ-123-R", "G for Golf, Z for Zulu, one two three, R for Romeo" },
            { "GZR-12-X", "G for Golf, Z for Zulu, R for Romeo, one two, X for X-ray" },
            // Abbreviations, roads, units.
            { "approx. 30 years", "approximately thirty years" },
            { "50 km/h", "fifty kilometres an hour" },
            { "1 km", "one kilometre" },
            { "2.5 km", "two point five kilometres" },
            { "the A28 near", "the A, twenty-eight near" },
            { "N348", "N, three hundred and forty-eight" },
            { "a BMW", "a B, M, W" },
            { "20%", "twenty percent" },
            { "man/woman", "man or woman" },
            // Heights and ages.
            { "1.80 m", "one metre eighty" },
            { "2.00 metres", "two metres" },
            { "5'11\"", "five foot eleven" },
            { "7-year-old boy", "seven year old boy" },
            { "two 7-year-olds", "two seven year olds" },
            { "16-17 years old", "sixteen to seventeen years old" },
            // Postcodes.
            { "7411 AB", "seven four one one, A, B" },
            // Numbers.
            { "0", "zero" },
            { "42", "forty-two" },
            { "1,250", "one thousand two hundred and fifty" },
            { "1,000,001", "one million and one" },
            { "3.14", "three point one four" },
            { "3rd", "third" },
            { "22nd", "twenty-second" },
            { "30th", "thirtieth" },
            { "101st", "one hundred and first" },
            { "Red coat; blue bicycle", "Red coat, blue bicycle" },
        };
}
