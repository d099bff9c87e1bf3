using Burgernet.Smpp.Session;

namespace Burgernet.Practice;

/// <summary>A receipt on its way to an ESME.</summary>
/// <param name="Esme">System id of whom it is for.</param>
/// <param name="Message">The deliver_sm.</param>
/// <param name="Told">What to do once it is known whether the ESME took it, or never will.</param>
internal sealed record PracticeReceipt(string Esme, SubmitRequest Message, Action<bool> Told);
