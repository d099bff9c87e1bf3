namespace Burgernet.Api.Coverage;

/// <summary>Who came and went in a month, rounded like every count of people.</summary>
/// <param name="Month">The first day of the month, UTC.</param>
/// <param name="Joined">Who signed up; absent where fewer than five but somebody.</param>
/// <param name="Left">Who left; absent where fewer than five but somebody.</param>
public sealed record MonthJson(DateOnly Month, int? Joined, int? Left);
