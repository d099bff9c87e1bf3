namespace Burgernet.Practice;

/// <summary>The independent draws that make a phone.</summary>
internal enum PracticeDraw
{
    Behaviour = 1,
    SetUp,
    RingRadius,
    RingAngle,
    Act,
    Status,
    CallsBack,
    CallsBackAfter,
    SmsBehaviour,
    SmsAnswer,
    SmsRadius,
    SmsAngle,
    SmsReceiptsMissing,
    SmsReceiptsTwice,
    SmsReceiptsEarly,
}
