namespace Burgernet.Smpp.Pdus;

/// <summary>What SMPP 3.4 §5.3.2 says of an optional parameter.</summary>
/// <param name="Name">As the specification spells it.</param>
/// <param name="Shortest">Fewest octets of its value.</param>
/// <param name="Longest">Most octets of its value.</param>
public readonly record struct TlvDefinition(string Name, int Shortest, int Longest)
{
    /// <summary>Looks one up.</summary>
    /// <returns>Whether the specification knows it.</returns>
    public static bool TryFind(TlvTag tag, out TlvDefinition definition)
    {
        definition = tag switch
        {
            TlvTag.DestAddrSubunit => new("dest_addr_subunit", 1, 1),
            TlvTag.DestNetworkType => new("dest_network_type", 1, 1),
            TlvTag.DestBearerType => new("dest_bearer_type", 1, 1),
            TlvTag.DestTelematicsId => new("dest_telematics_id", 1, 2),
            TlvTag.SourceAddrSubunit => new("source_addr_subunit", 1, 1),
            TlvTag.SourceNetworkType => new("source_network_type", 1, 1),
            TlvTag.SourceBearerType => new("source_bearer_type", 1, 1),
            TlvTag.SourceTelematicsId => new("source_telematics_id", 1, 1),
            TlvTag.QosTimeToLive => new("qos_time_to_live", 4, 4),
            TlvTag.PayloadType => new("payload_type", 1, 1),
            TlvTag.AdditionalStatusInfoText => new("additional_status_info_text", 1, 256),
            TlvTag.ReceiptedMessageId => new("receipted_message_id", 1, 65),
            TlvTag.MsMsgWaitFacilities => new("ms_msg_wait_facilities", 1, 1),
            TlvTag.PrivacyIndicator => new("privacy_indicator", 1, 1),
            TlvTag.SourceSubaddress => new("source_subaddress", 2, 23),
            TlvTag.DestSubaddress => new("dest_subaddress", 2, 23),
            TlvTag.UserMessageReference => new("user_message_reference", 2, 2),
            TlvTag.UserResponseCode => new("user_response_code", 1, 1),
            TlvTag.SourcePort => new("source_port", 2, 2),
            TlvTag.DestinationPort => new("destination_port", 2, 2),
            TlvTag.SarMsgRefNum => new("sar_msg_ref_num", 2, 2),
            TlvTag.LanguageIndicator => new("language_indicator", 1, 1),
            TlvTag.SarTotalSegments => new("sar_total_segments", 1, 1),
            TlvTag.SarSegmentSeqnum => new("sar_segment_seqnum", 1, 1),
            TlvTag.ScInterfaceVersion => new("sc_interface_version", 1, 1),
            TlvTag.CallbackNumPresInd => new("callback_num_pres_ind", 1, 1),
            TlvTag.CallbackNumAtag => new("callback_num_atag", 0, 65),
            TlvTag.NumberOfMessages => new("number_of_messages", 1, 1),
            TlvTag.CallbackNum => new("callback_num", 4, 19),
            TlvTag.DpfResult => new("dpf_result", 1, 1),
            TlvTag.SetDpf => new("set_dpf", 1, 1),
            TlvTag.MsAvailabilityStatus => new("ms_availability_status", 1, 1),
            TlvTag.NetworkErrorCode => new("network_error_code", 3, 3),
            TlvTag.MessagePayload => new("message_payload", 0, 65535),
            TlvTag.DeliveryFailureReason => new("delivery_failure_reason", 1, 1),
            TlvTag.MoreMessagesToSend => new("more_messages_to_send", 1, 1),
            TlvTag.MessageState => new("message_state", 1, 1),
            TlvTag.UssdServiceOp => new("ussd_service_op", 1, 1),
            TlvTag.DisplayTime => new("display_time", 1, 1),
            TlvTag.SmsSignal => new("sms_signal", 2, 2),
            TlvTag.MsValidity => new("ms_validity", 1, 1),
            TlvTag.AlertOnMessageDelivery => new("alert_on_message_delivery", 0, 0),
            TlvTag.ItsReplyType => new("its_reply_type", 1, 1),
            TlvTag.ItsSessionInfo => new("its_session_info", 2, 2),
            _ => default,
        };
        return definition.Name is not null;
    }
}
