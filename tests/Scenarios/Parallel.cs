using Xunit.v3;

// One more than the two cores of CI: scenarios mostly wait, for phones that ring, for claims that run out, for nodes that start. A fourth brings
// nothing where Wire and Unit run beside them: both cores are busy to the end, and what is measured in seconds begins to fail.
[assembly: Parallelization(MaxThreads = 3)]
