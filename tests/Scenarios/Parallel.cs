using Xunit.v3;

// One more than the two cores of CI: scenarios mostly wait, for phones that ring, for claims that run out, for nodes that start.
[assembly: Parallelization(MaxThreads = 3)]
