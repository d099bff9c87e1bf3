namespace Burgernet.Grains.Dossier;

/// <summary>The tables of a dossier, by the names of their columns, so that whoever reads rows and whoever checks them mean the same.</summary>
/// <remarks>Rows are read as they stand, without a type of ours between: texts (identifiers in lower case), whole numbers (times in microseconds since 1970, yes and no as 1 and 0),
/// bytes, and null. So a changed byte is a difference, never something that cannot be read.</remarks>
public sealed record DossierTable(string Name, IReadOnlyList<string> Columns)
{
    /// <summary>What lists and claims need of an action; written with each of its events.</summary>
    public static readonly DossierTable Action = new(
        "action",
        ["control_room", "kind", "incident_number", "practice", "status", "epoch", "running", "created_at"]
    );

    /// <summary>The action's own chain, with what signs each of its heads.</summary>
    public static readonly DossierTable Event = new(
        "action_event",
        ["sequence", "at", "control_room", "dispatcher", "type", "data", "operation_id", "fingerprint", "previous_hash", "hash"]
    );

    /// <summary>The signatures.</summary>
    public static readonly DossierTable Signature = new("action_signature", ["sequence", "at", "key_id", "signature"]);

    /// <summary>What was played, as WAV files.</summary>
    public static readonly DossierTable Message = new("action_message", ["message_no", "language", "duration_ms", "wave"]);

    /// <summary>A lane's chain.</summary>
    public static readonly DossierTable LaneLog = new("lane_log", ["sequence", "at", "type", "data", "previous_hash", "hash"]);

    /// <summary>The deliveries of a lane.</summary>
    public static readonly DossierTable Delivery = new(
        "delivery",
        [
            "message_no",
            "participant_id",
            "channel",
            "language",
            "band",
            "selected_at",
            "result",
            "contacted",
            "result_at",
            "chosen",
            "lane_order",
        ]
    );

    /// <summary>The attempts of a lane's deliveries.</summary>
    public static readonly DossierTable Attempt = new(
        "attempt",
        [
            "message_no",
            "participant_id",
            "channel",
            "attempt_no",
            "lane",
            "carrier",
            "incarnation",
            "call_id",
            "nonce",
            "epoch",
            "claimed_at",
            "deadline",
            "redial",
            "rang_at",
            "answered_at",
            "ended_at",
            "end_code",
            "sip_status",
            "keys",
            "played_ms",
        ]
    );
}
