using Xunit.v3;

// Twice the two cores of CI: scenarios mostly wait, for phones that ring, for claims that run out, for nodes that start. Wire, beside them, has the two
// places that are left: with more, nodes wait so long for the processor that what is measured in seconds fails.
[assembly: Parallelization(MaxThreads = 3)]
