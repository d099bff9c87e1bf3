namespace Burgernet.Smpp.Pdus;

/// <summary>Names of statuses, and what a submit that got one should do next.</summary>
public static class CommandStatuses
{
    /// <summary>The specification's name, or the number in hexadecimal.</summary>
    public static string Name(this CommandStatus status) =>
        status switch
        {
            CommandStatus.Ok => "ESME_ROK",
            CommandStatus.InvalidMessageLength => "ESME_RINVMSGLEN",
            CommandStatus.InvalidCommandLength => "ESME_RINVCMDLEN",
            CommandStatus.InvalidCommandId => "ESME_RINVCMDID",
            CommandStatus.InvalidBindStatus => "ESME_RINVBNDSTS",
            CommandStatus.AlreadyBound => "ESME_RALYBND",
            CommandStatus.InvalidPriority => "ESME_RINVPRTFLG",
            CommandStatus.InvalidRegisteredDelivery => "ESME_RINVREGDLVFLG",
            CommandStatus.SystemError => "ESME_RSYSERR",
            CommandStatus.InvalidSource => "ESME_RINVSRCADR",
            CommandStatus.InvalidDestination => "ESME_RINVDSTADR",
            CommandStatus.InvalidMessageId => "ESME_RINVMSGID",
            CommandStatus.BindFailed => "ESME_RBINDFAIL",
            CommandStatus.InvalidPassword => "ESME_RINVPASWD",
            CommandStatus.InvalidSystemId => "ESME_RINVSYSID",
            CommandStatus.CancelFailed => "ESME_RCANCELFAIL",
            CommandStatus.ReplaceFailed => "ESME_RREPLACEFAIL",
            CommandStatus.QueueFull => "ESME_RMSGQFUL",
            CommandStatus.InvalidServiceType => "ESME_RINVSERTYP",
            CommandStatus.InvalidDestinationCount => "ESME_RINVNUMDESTS",
            CommandStatus.InvalidDistributionList => "ESME_RINVDLNAME",
            CommandStatus.InvalidDestinationFlag => "ESME_RINVDESTFLAG",
            CommandStatus.InvalidReplaceRequest => "ESME_RINVSUBREP",
            CommandStatus.InvalidEsmClass => "ESME_RINVESMCLASS",
            CommandStatus.CannotSubmitToList => "ESME_RCNTSUBDL",
            CommandStatus.SubmitFailed => "ESME_RSUBMITFAIL",
            CommandStatus.InvalidSourceTon => "ESME_RINVSRCTON",
            CommandStatus.InvalidSourceNpi => "ESME_RINVSRCNPI",
            CommandStatus.InvalidDestinationTon => "ESME_RINVDSTTON",
            CommandStatus.InvalidDestinationNpi => "ESME_RINVDSTNPI",
            CommandStatus.InvalidSystemType => "ESME_RINVSYSTYP",
            CommandStatus.InvalidReplaceFlag => "ESME_RINVREPFLAG",
            CommandStatus.InvalidMessageCount => "ESME_RINVNUMMSGS",
            CommandStatus.Throttled => "ESME_RTHROTTLED",
            CommandStatus.InvalidScheduleTime => "ESME_RINVSCHED",
            CommandStatus.InvalidValidityPeriod => "ESME_RINVEXPIRY",
            CommandStatus.InvalidPredefinedMessage => "ESME_RINVDFTMSGID",
            CommandStatus.ReceiverTemporaryError => "ESME_RX_T_APPN",
            CommandStatus.ReceiverPermanentError => "ESME_RX_P_APPN",
            CommandStatus.ReceiverRejects => "ESME_RX_R_APPN",
            CommandStatus.QueryFailed => "ESME_RQUERYFAIL",
            CommandStatus.InvalidTlvStream => "ESME_RINVOPTPARSTREAM",
            CommandStatus.TlvNotAllowed => "ESME_ROPTPARNOTALLWD",
            CommandStatus.InvalidParameterLength => "ESME_RINVPARLEN",
            CommandStatus.TlvMissing => "ESME_RMISSINGOPTPARAM",
            CommandStatus.InvalidTlvValue => "ESME_RINVOPTPARAMVAL",
            CommandStatus.DeliveryFailure => "ESME_RDELIVERYFAILURE",
            CommandStatus.UnknownError => "ESME_RUNKNOWNERR",
            _ => $"0x{(uint)status:X8}",
        };

    /// <summary>Whether the SMSC asks to be sent less: throttled (0x58) or queue full (0x14).</summary>
    public static bool AsksToSlowDown(this CommandStatus status) => status is CommandStatus.Throttled or CommandStatus.QueueFull;

    /// <summary>Whether the same message may be taken later, or by another SMSC; where not, it is the message itself that is refused.</summary>
    public static bool IsTemporary(this CommandStatus status) =>
        status
            is CommandStatus.Throttled
                or CommandStatus.QueueFull
                or CommandStatus.SystemError
                or CommandStatus.SubmitFailed
                or CommandStatus.InvalidBindStatus
                or CommandStatus.BindFailed
                or CommandStatus.ReceiverTemporaryError
                or CommandStatus.UnknownError;
}
