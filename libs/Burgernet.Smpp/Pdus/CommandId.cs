namespace Burgernet.Smpp.Pdus;

/// <summary>What a PDU is, SMPP 3.4 §5.1.2.1. Responses have the highest bit set.</summary>
public enum CommandId : uint
{
    /// <summary>None: no PDU has this id.</summary>
    None = 0,

    /// <summary>bind_receiver, §4.1.3.</summary>
    BindReceiver = 0x0000_0001,

    /// <summary>bind_transmitter, §4.1.1.</summary>
    BindTransmitter = 0x0000_0002,

    /// <summary>query_sm, §4.8.1.</summary>
    QuerySm = 0x0000_0003,

    /// <summary>submit_sm, §4.4.1.</summary>
    SubmitSm = 0x0000_0004,

    /// <summary>deliver_sm, §4.6.1.</summary>
    DeliverSm = 0x0000_0005,

    /// <summary>unbind, §4.2.1.</summary>
    Unbind = 0x0000_0006,

    /// <summary>replace_sm, §4.10.1.</summary>
    ReplaceSm = 0x0000_0007,

    /// <summary>cancel_sm, §4.9.1.</summary>
    CancelSm = 0x0000_0008,

    /// <summary>bind_transceiver, §4.1.5.</summary>
    BindTransceiver = 0x0000_0009,

    /// <summary>outbind, §4.1.7; has no response.</summary>
    Outbind = 0x0000_000B,

    /// <summary>enquire_link, §4.11.1.</summary>
    EnquireLink = 0x0000_0015,

    /// <summary>submit_multi, §4.5.1.</summary>
    SubmitMulti = 0x0000_0021,

    /// <summary>alert_notification, §4.12.1; has no response.</summary>
    AlertNotification = 0x0000_0102,

    /// <summary>data_sm, §4.7.1.</summary>
    DataSm = 0x0000_0103,

    /// <summary>generic_nack, §4.3.1.</summary>
    GenericNack = 0x8000_0000,

    /// <summary>bind_receiver_resp.</summary>
    BindReceiverResp = 0x8000_0001,

    /// <summary>bind_transmitter_resp.</summary>
    BindTransmitterResp = 0x8000_0002,

    /// <summary>query_sm_resp.</summary>
    QuerySmResp = 0x8000_0003,

    /// <summary>submit_sm_resp.</summary>
    SubmitSmResp = 0x8000_0004,

    /// <summary>deliver_sm_resp.</summary>
    DeliverSmResp = 0x8000_0005,

    /// <summary>unbind_resp.</summary>
    UnbindResp = 0x8000_0006,

    /// <summary>replace_sm_resp.</summary>
    ReplaceSmResp = 0x8000_0007,

    /// <summary>cancel_sm_resp.</summary>
    CancelSmResp = 0x8000_0008,

    /// <summary>bind_transceiver_resp.</summary>
    BindTransceiverResp = 0x8000_0009,

    /// <summary>enquire_link_resp.</summary>
    EnquireLinkResp = 0x8000_0015,

    /// <summary>submit_multi_resp.</summary>
    SubmitMultiResp = 0x8000_0021,

    /// <summary>data_sm_resp.</summary>
    DataSmResp = 0x8000_0103,
}
