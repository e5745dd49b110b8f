namespace ChatLiaison.Promises;

/// <summary>What our people call the promises.</summary>
internal static class PromiseWords
{
    public static string Name(PromiseKind kind) => kind switch
    {
        PromiseKind.Acknowledge => "Acknowledge",
        PromiseKind.FirstResponse => "First response",
        PromiseKind.NextResponse => "Next response",
        PromiseKind.StatusUpdate => "Status update",
        PromiseKind.Resolve => "Resolution",
        PromiseKind.FollowUp => "Follow-up",
        PromiseKind.LevelResponse => "Answer to the escalation",
        PromiseKind.Inform => "Inform the customer",
        PromiseKind.PersonAsked => "Asked for a person",
        PromiseKind.ActionItem => "Action item",
        PromiseKind.CheckBack => "Check back",
        PromiseKind.Review => "Review",
        PromiseKind.Prevention => "Action",
        PromiseKind.ClimbTimer => "Next escalation level",
        PromiseKind.CloseTimer => "Closes by itself",
        _ => "Promise",
    };
}
