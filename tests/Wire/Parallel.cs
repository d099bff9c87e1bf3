using Xunit.v3;

// One more than the two cores of CI: the soak takes one place for two minutes, and wire tests mostly wait for timers.
[assembly: Parallelization(MaxThreads = 3)]
