namespace Burgernet.Sip.Threading;

/// <summary>A polite stop on its way.</summary>
internal sealed class StopRequest(TimeSpan grace, CancellationToken abort)
{
    public TimeSpan Grace { get; } = grace;

    public CancellationToken Abort { get; } = abort;

    public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CancellationTokenRegistration OnAbort { get; set; }

    public long GraceEnds { get; set; }

    /// <summary>When BYEs and CANCELs that nobody answers are no longer waited for.</summary>
    public long GivesUp { get; set; }

    public bool IsGraceOver { get; set; }

    public long NextDue =>
        Done.Task.IsCompleted ? long.MaxValue
        : IsGraceOver ? GivesUp
        : GraceEnds;

    public void Finish()
    {
        OnAbort.Dispose();
        Done.TrySetResult();
    }
}
