using System.Security.Cryptography.X509Certificates;

namespace Burgernet.Tests.Wire.Signalling;

/// <summary>TLS as kamailio is to speak it.</summary>
/// <param name="Method"><c>TLSv1.2</c>, or <c>TLSv1.2+</c>, which is 1.3 between the two of us.</param>
/// <param name="Certificate">What it shows, to both sides.</param>
/// <param name="Authority">Whom it trusts.</param>
/// <param name="ExaminesCallers">Whether callers must show a certificate of that authority.</param>
internal sealed record KamailioTls(string Method, X509Certificate2 Certificate, X509Certificate2 Authority, bool ExaminesCallers = false);
