using ChatLiaison.Chat;

namespace ChatLiaison.Promises;

/// <summary>
/// What keeps a promise in words. Most are ticked off; what another act keeps can't be, or it would look done while somebody still waits:
/// a brief that engineering sent back is completed, and a meeting has its minutes written.
/// </summary>
/// <param name="Text">Empty for one that is ticked off; else the act and what it is about.</param>
internal readonly record struct OwnWay(string Text)
{
    /// <summary>Reads it of a promise.</summary>
    /// <param name="promise">The SQL that names the promise's id.</param>
    /// <param name="ofCase">The SQL that names its case's.</param>
    public static string Column(string promise, string ofCase) =>
        $"""
        coalesce((select lower(q.kind) || ':' || q.case_id from handoff_questions q where q.case_id = {ofCase} and q.promise_id = {promise} and q.answered_at is null limit 1),
            (select 'minutes:' || h.id from meetings h where h.case_id = {ofCase} and h.hold_promise = {promise} and h.state = 'Scheduled' limit 1), '')
        """;

    /// <summary>Reads it of engineering's answer to a brief that was sent to nobody by name: it is accepted by whoever owes the answer; the others read it.</summary>
    public const string OfAnswer =
        """
        coalesce((select case when p.owner_id = $1 then 'accept:' else 'brief:' end || b.case_id from handoffs b
            where b.case_id = p.case_id and b.state = 'Sent' and c.engineering_owner_id is null limit 1), '')
        """;

    public bool IsTicked => Text is null or "";

    /// <param name="id">The case and the promise, with a slash between.</param>
    public Button Button(string id, ButtonStyle style = ButtonStyle.Normal) => Text?.Split(':') switch
    {
        ["bounce", var caseId] => Chat.Button.Open("supply.open", "Complete it", caseId, style),
        ["ask", var caseId] => Chat.Button.Open("supply.open", "Answer", caseId, style),
        ["minutes", var meeting] => Chat.Button.Open("minutes.open", "Write the minutes", meeting, style),
        ["accept", var caseId] => Chat.Button.Act("accept.now", "Accept", caseId, style),
        ["brief", var caseId] => Chat.Button.Act("brief.show", "Read the brief", caseId, style),
        _ => Chat.Button.Act("promise.kept", "Done", id, style),
    };

    /// <summary>Why it can't be ticked off; null when it can.</summary>
    public CustomerText? Refusal(CustomerText reference) => Text?.Split(':')[0] switch
    {
        "bounce" => CustomerText.Of($"Engineering still waits for what is missing on {reference}. Fill it in with /liaison supply {reference}, and this is done with it."),
        "ask" => CustomerText.Of($"Engineering still waits for the answer on {reference}. Give it with /liaison supply {reference}, and this is done with it."),
        "minutes" => CustomerText.Of($"The minutes are not written yet. Write them with /liaison minutes {reference}, and this is done with it."),
        _ => null,
    };
}
