namespace Burgernet.Api.Participants;

/// <summary>A page of lines of an export.</summary>
/// <param name="Lines">The lines, without their ends.</param>
/// <param name="Next">After whom the next page begins; null on the last.</param>
internal readonly record struct ExportPage(IEnumerable<string> Lines, Guid? Next);
