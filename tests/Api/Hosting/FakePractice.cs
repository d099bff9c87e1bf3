using Burgernet.Api.Access;

namespace Burgernet.Tests.Api.Hosting;

internal sealed record FakePractice(bool EveryCarrierIsPractice) : IPracticeMode;
