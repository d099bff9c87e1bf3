using Xunit.v3;

// Twice the two cores of CI: scenarios mostly wait, for phones that ring, for claims that run out, for nodes that start.
[assembly: Parallelization(MaxThreads = 4)]
