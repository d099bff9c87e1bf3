using Burgernet.Sip.Dialogs;
using Burgernet.Sip.Messages;

namespace Burgernet.Sip.Transactions;

/// <summary>Answers the challenge of a request inside a dialog, RFC 3261 §22.</summary>
internal delegate bool ChallengeAnswer(OutgoingCall call, in SipMessage response);
