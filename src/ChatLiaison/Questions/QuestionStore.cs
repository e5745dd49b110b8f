using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Questions;

/// <summary>Something that we want to know of the customer (S23).</summary>
/// <param name="AskedAt">When they were asked; null while only we know of it.</param>
/// <param name="HasWritten">They have written since they were asked; whether that is the answer, one of us says.</param>
internal sealed record OpenQuestion(Guid Id, string Question, string By, Instant At, Instant? AskedAt, bool HasWritten)
{
    public StaffText InWords => AskedAt is not { } asked ? StaffText.Of($"{Short} (not asked yet; from {By})")
        : HasWritten ? StaffText.Of($"{Short} (asked {asked}; they have written since)")
        : StaffText.Of($"{Short} (asked {asked})");

    /// <summary>The customer was asked and has not written since.</summary>
    public bool IsWithCustomer => AskedAt is not null && !HasWritten;

    private string Short => Commands.CommandWords.Cut(Question, QuestionStore.LongestShown);
}

/// <param name="Answer">Null when it was not needed any more.</param>
internal sealed record SettledQuestion(string Question, string By, Instant At, string? Answer, string Why);

/// <summary>The only writer of the table <c>case_questions</c>.</summary>
internal sealed class QuestionStore(Database database)
{
    /// <summary>In characters; a card has room for several.</summary>
    public const int LongestShown = 300;

    private const string Open =
        "select id, question, by_name, at, asked_at, wrote_at is not null from case_questions where case_id = $1 and settled_at is null order by at, id";

    /// <param name="asked">The customer reads it with this act.</param>
    public static void Raise(UnitOfWork work, Guid caseId, string question, string by, bool asked) => work.Write(
        "insert into case_questions (id, case_id, question, by_name, at, asked_at) values ($1, $2, $3, $4, $5, $6)",
        Commitment.NewId(work.Now), caseId, question, by, work.Now, asked ? work.Now : null);

    /// <summary>The customer is asked what one of us had noted, in the words in which they read it.</summary>
    public static void Asked(UnitOfWork work, Guid caseId, Guid id, string question) => work.Write(
        "update case_questions set asked_at = $3, question = $4, wrote_at = null where case_id = $1 and id = $2 and settled_at is null", caseId, id, work.Now, question);

    public static void Wrote(UnitOfWork work, Guid caseId) => work.Write(
        "update case_questions set wrote_at = $2 where case_id = $1 and settled_at is null and asked_at is not null and wrote_at is null", caseId, work.Now);

    /// <param name="answer">Null when it is not needed any more.</param>
    public static void Settle(UnitOfWork work, Guid caseId, Guid id, string by, string? answer, string? why) => work.Write(
        "update case_questions set settled_at = $3, settled_by = $4, answer = $5, why = $6 where case_id = $1 and id = $2 and settled_at is null",
        caseId, id, work.Now, by, answer, why);

    public static void EndAll(UnitOfWork work, Guid caseId, string by, string why) => work.Write(
        "update case_questions set settled_at = $2, settled_by = $3, why = $4 where case_id = $1 and settled_at is null", caseId, work.Now, by, why);

    public Task<List<OpenQuestion>> OpenAsync(Guid caseId, CancellationToken cancellationToken) => database.Ask(Open, caseId).ListAsync(Read, cancellationToken);

    public static Task<List<OpenQuestion>> OpenAsync(UnitOfWork work, Guid caseId, CancellationToken cancellationToken) =>
        work.ReadAsync(Open, [caseId], Read, cancellationToken);

    /// <summary>The newest first.</summary>
    public Task<List<SettledQuestion>> SettledAsync(Guid caseId, int limit, CancellationToken cancellationToken) => database.Ask(
        """
        select question, settled_by, settled_at, answer, coalesce(why, '') from case_questions
        where case_id = $1 and settled_at is not null order by settled_at desc, id limit $2
        """,
        caseId, limit).ListAsync(row => new SettledQuestion(row.Text(0), row.Text(1), row.At(2), row.TextOrNull(3), row.Text(4)), cancellationToken);

    private static OpenQuestion Read(Row row) => new(row.Id(0), row.Text(1), row.Text(2), row.At(3), row.AtOrNull(4), row.Flag(5));
}

/// <summary>Keeps what is noted in the working thread, and lets go of what nobody needs to know any more.</summary>
internal sealed class QuestionReactor : ICaseReactor
{
    public ValueTask ReactAsync(CaseChange change, UnitOfWork work, CancellationToken cancellationToken)
    {
        foreach (var raised in change.Events.Where(e => e.Kind == CaseEventKind.QuestionRaised))
        {
            QuestionStore.Raise(work, change.After.Id, raised.Text, change.Actor.Name, asked: false);
        }

        if (change.After.OpenQuestions > 0 && change.Actor.Side == Side.Customer && change.Has(CaseEventKind.CustomerWrote))
        {
            QuestionStore.Wrote(work, change.After.Id);
        }

        if (!change.After.Status.IsOpen() && change.Before?.Status.IsOpen() == true)
        {
            QuestionStore.EndAll(work, change.After.Id, change.Actor.Name, "The case was settled without it.");
        }

        return ValueTask.CompletedTask;
    }
}
