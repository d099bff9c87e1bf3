using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

/// <summary>Tests that count what the whole process allocates: after all others, one at a time.</summary>
[CollectionDefinition(StreamAllocationTests.Alone, DisableParallelization = true)]
public sealed class AloneCollection;
