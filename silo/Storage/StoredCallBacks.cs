using System.Data.Common;
using Burgernet.Grains.CallBacks;

namespace Burgernet.Silo.Storage;

/// <summary>What concerned a caller, as either database gives it.</summary>
internal static class StoredCallBacks
{
    /// <summary>The same words for both: parameters are the look-up's hash and whether it is practice.</summary>
    public const string Find = """
        select p.participant_id, p.language, d.action_id, a.control_room,
          coalesce(max((select max(t.claimed_at) from attempt t where t.action_id = d.action_id and t.message_no = d.message_no
            and t.participant_id = d.participant_id and t.channel = d.channel)), max(d.selected_at)) as concerned_at
        from participant_lookup l
        join participant p on p.participant_id = l.participant_id
        join delivery d on d.participant_id = l.participant_id
        join action a on a.action_id = d.action_id
        where l.hash = $1 and l.held = {held} and a.practice = $2 and a.status <> 'archived'
        group by p.participant_id, p.language, d.action_id, a.control_room
        order by concerned_at desc
        """;

    /// <summary>One row of it.</summary>
    public static ConcernedAction Read(DbDataReader row) => new(row.Uuid(0), row.Language(1), row.Uuid(2), row.GetString(3));
}
