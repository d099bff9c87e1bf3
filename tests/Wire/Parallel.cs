using Xunit.v3;

// As many as the cores of CI: the soak takes one place for two minutes. Scenarios run beside them, take longer, and have the places that are left.
[assembly: Parallelization(MaxThreads = 2)]
