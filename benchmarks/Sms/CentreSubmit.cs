namespace Burgernet.Benchmarks.Sms;

/// <summary>A submit as the SMS centre saw it. Times are nanoseconds of the machine's monotonic clock.</summary>
/// <param name="Id">The centre's name for it.</param>
/// <param name="Person">For whom: index in the register.</param>
/// <param name="At">When it stood in the record.</param>
internal sealed record CentreSubmit(string Id, int Person, long At)
{
    /// <summary>When its answer went to the socket; null where the centre died before.</summary>
    public long? AnsweredAt { get; set; }

    /// <summary>When its receipt was acknowledged; null where it was not.</summary>
    public long? ReceiptAt { get; set; }
}
