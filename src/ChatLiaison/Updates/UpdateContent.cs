using ChatLiaison.Cases;
using ChatLiaison.Wording;
using NodaTime;

namespace ChatLiaison.Updates;

/// <summary>A status update as it was filled in and checked (S141).</summary>
internal sealed record UpdateContent
{
    /// <summary>What holds now, in a person's words.</summary>
    public required string Words { get; init; }

    /// <summary>Other than chat: the person told them, and nothing is sent.</summary>
    public Medium Medium { get; init; }

    /// <summary>When the customer hears next; null when nothing is promised.</summary>
    public Instant? Next { get; init; }

    /// <summary>What was chosen was later than the cadence allows.</summary>
    public bool Tightened { get; init; }

    /// <summary>The promises, by id, that these words keep.</summary>
    public IReadOnlyList<Guid> Keeps { get; init; } = [];

    public IReadOnlyList<DoneItem> Done { get; init; } = [];

    public IReadOnlyList<NextStep> Steps { get; init; } = [];

    public string Blocker { get; init; } = "";

    public string WayRound { get; init; } = "";

    /// <summary>It was ticked, in the words that stand in the case's record.</summary>
    public bool BlockerIsOnRecord { get; init; }

    /// <summary>What we can't do (S162).</summary>
    public string Limits { get; init; } = "";

    /// <summary>Nothing but words.</summary>
    public bool IsPlain => Done.Count + Steps.Count + Blocker.Length + Limits.Length == 0;

    /// <summary>What was promised before and is named in it.</summary>
    public IReadOnlyList<Guid> Tells => Medium == Medium.Chat ? [.. Steps.Select(s => s.Promise).OfType<Guid>()] : [];

    /// <summary>For the second look before it goes (K12).</summary>
    /// <param name="promised">Something is promised for a time already.</param>
    public DraftWords ToDraft(bool promised) => new([Words, .. Done.Where(d => d.At is null).Select(d => d.What), .. Steps.Where(s => s.Promise is null).Select(s => s.What), .. BlockerIsOnRecord ? [] : new[] { Blocker, WayRound }])
    {
        Fixed =
        [
            .. Done.Where(d => d.At is not null).Select(d => d.What), .. Steps.Where(s => s.Promise is not null).Select(s => s.What),
            .. BlockerIsOnRecord ? new[] { Blocker, WayRound } : [],
        ],
        RecordsPromise = promised || Steps.Count > 0,
        PromisesNextWord = Next is not null,
        Limits = Limits,
        IsSpoken = Medium != Medium.Chat,
    };

    public IReadOnlyList<Commitment> Commits(Instant now) =>
        [.. Steps.Where(s => s.Promise is null).Select(s => new Commitment(Commitment.NewId(now), CommitmentKind.ActionItem, s.What) { Due = s.Due, OwnerId = s.OwnerId, Told = Medium == Medium.Chat })];
}

/// <param name="At">When it was done; null when nobody said.</param>
internal sealed record DoneItem(string What, Instant? At);

/// <param name="Promise">The promise that says so already; null for a new one.</param>
internal sealed record NextStep(string What, Guid? OwnerId, string Owner, Instant Due, Guid? Promise = null);
