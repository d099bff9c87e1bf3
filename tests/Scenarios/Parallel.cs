using Xunit.v3;

// One more than the two cores of CI: scenarios mostly wait, for phones that ring, for claims that run out, for nodes that start. Wire, beside them, has two
// places as well: with four here, nodes waited so long for the processor that one test or another that waits for seconds failed in most runs.
[assembly: Parallelization(MaxThreads = 3)]
