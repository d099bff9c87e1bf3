namespace Burgernet.Smpp.Pdus;

/// <summary>How a request ended, SMPP 3.4 §5.1.3. 0x400 to 0x4FF are the SMSC vendor's own.</summary>
public enum CommandStatus : uint
{
    /// <summary>No error. (ESME_ROK)</summary>
    Ok = 0x00,

    /// <summary>Message length is invalid. (ESME_RINVMSGLEN)</summary>
    InvalidMessageLength = 0x01,

    /// <summary>Command length is invalid. (ESME_RINVCMDLEN)</summary>
    InvalidCommandLength = 0x02,

    /// <summary>Invalid command id. (ESME_RINVCMDID)</summary>
    InvalidCommandId = 0x03,

    /// <summary>Incorrect bind status for the command. (ESME_RINVBNDSTS)</summary>
    InvalidBindStatus = 0x04,

    /// <summary>ESME already in bound state. (ESME_RALYBND)</summary>
    AlreadyBound = 0x05,

    /// <summary>Invalid priority flag. (ESME_RINVPRTFLG)</summary>
    InvalidPriority = 0x06,

    /// <summary>Invalid registered delivery flag. (ESME_RINVREGDLVFLG)</summary>
    InvalidRegisteredDelivery = 0x07,

    /// <summary>System error. (ESME_RSYSERR)</summary>
    SystemError = 0x08,

    /// <summary>Invalid source address. (ESME_RINVSRCADR)</summary>
    InvalidSource = 0x0A,

    /// <summary>Invalid destination address. (ESME_RINVDSTADR)</summary>
    InvalidDestination = 0x0B,

    /// <summary>Message id is invalid. (ESME_RINVMSGID)</summary>
    InvalidMessageId = 0x0C,

    /// <summary>Bind failed. (ESME_RBINDFAIL)</summary>
    BindFailed = 0x0D,

    /// <summary>Invalid password. (ESME_RINVPASWD)</summary>
    InvalidPassword = 0x0E,

    /// <summary>Invalid system id. (ESME_RINVSYSID)</summary>
    InvalidSystemId = 0x0F,

    /// <summary>cancel_sm failed. (ESME_RCANCELFAIL)</summary>
    CancelFailed = 0x11,

    /// <summary>replace_sm failed. (ESME_RREPLACEFAIL)</summary>
    ReplaceFailed = 0x13,

    /// <summary>Message queue full. (ESME_RMSGQFUL)</summary>
    QueueFull = 0x14,

    /// <summary>Invalid service type. (ESME_RINVSERTYP)</summary>
    InvalidServiceType = 0x15,

    /// <summary>Invalid number of destinations. (ESME_RINVNUMDESTS)</summary>
    InvalidDestinationCount = 0x33,

    /// <summary>Invalid distribution list name. (ESME_RINVDLNAME)</summary>
    InvalidDistributionList = 0x34,

    /// <summary>Destination flag is invalid (submit_multi). (ESME_RINVDESTFLAG)</summary>
    InvalidDestinationFlag = 0x40,

    /// <summary>submit_sm with replace_if_present is not valid here. (ESME_RINVSUBREP)</summary>
    InvalidReplaceRequest = 0x42,

    /// <summary>Invalid esm_class. (ESME_RINVESMCLASS)</summary>
    InvalidEsmClass = 0x43,

    /// <summary>Cannot submit to the distribution list. (ESME_RCNTSUBDL)</summary>
    CannotSubmitToList = 0x44,

    /// <summary>submit_sm or submit_multi failed. (ESME_RSUBMITFAIL)</summary>
    SubmitFailed = 0x45,

    /// <summary>Invalid type of number of the source. (ESME_RINVSRCTON)</summary>
    InvalidSourceTon = 0x48,

    /// <summary>Invalid numbering plan of the source. (ESME_RINVSRCNPI)</summary>
    InvalidSourceNpi = 0x49,

    /// <summary>Invalid type of number of the destination. (ESME_RINVDSTTON)</summary>
    InvalidDestinationTon = 0x50,

    /// <summary>Invalid numbering plan of the destination. (ESME_RINVDSTNPI)</summary>
    InvalidDestinationNpi = 0x51,

    /// <summary>Invalid system type. (ESME_RINVSYSTYP)</summary>
    InvalidSystemType = 0x53,

    /// <summary>Invalid replace_if_present flag. (ESME_RINVREPFLAG)</summary>
    InvalidReplaceFlag = 0x54,

    /// <summary>Invalid number of messages. (ESME_RINVNUMMSGS)</summary>
    InvalidMessageCount = 0x55,

    /// <summary>The ESME has exceeded its allowed message limits. (ESME_RTHROTTLED)</summary>
    Throttled = 0x58,

    /// <summary>Invalid scheduled delivery time. (ESME_RINVSCHED)</summary>
    InvalidScheduleTime = 0x61,

    /// <summary>Invalid validity period. (ESME_RINVEXPIRY)</summary>
    InvalidValidityPeriod = 0x62,

    /// <summary>Predefined message id is invalid or not found. (ESME_RINVDFTMSGID)</summary>
    InvalidPredefinedMessage = 0x63,

    /// <summary>The receiving ESME cannot take it now. (ESME_RX_T_APPN)</summary>
    ReceiverTemporaryError = 0x64,

    /// <summary>The receiving ESME will never take it. (ESME_RX_P_APPN)</summary>
    ReceiverPermanentError = 0x65,

    /// <summary>The receiving ESME rejects this message. (ESME_RX_R_APPN)</summary>
    ReceiverRejects = 0x66,

    /// <summary>query_sm failed. (ESME_RQUERYFAIL)</summary>
    QueryFailed = 0x67,

    /// <summary>Error in the optional part of the PDU body. (ESME_RINVOPTPARSTREAM)</summary>
    InvalidTlvStream = 0xC0,

    /// <summary>Optional parameter not allowed. (ESME_ROPTPARNOTALLWD)</summary>
    TlvNotAllowed = 0xC1,

    /// <summary>Invalid parameter length. (ESME_RINVPARLEN)</summary>
    InvalidParameterLength = 0xC2,

    /// <summary>Expected optional parameter missing. (ESME_RMISSINGOPTPARAM)</summary>
    TlvMissing = 0xC3,

    /// <summary>Invalid value of an optional parameter. (ESME_RINVOPTPARAMVAL)</summary>
    InvalidTlvValue = 0xC4,

    /// <summary>Delivery failure (data_sm_resp). (ESME_RDELIVERYFAILURE)</summary>
    DeliveryFailure = 0xFE,

    /// <summary>Unknown error. (ESME_RUNKNOWNERR)</summary>
    UnknownError = 0xFF,
}
