using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Updates;

/// <summary>An update that somebody is writing: what was typed, and the card as it was previewed.</summary>
/// <param name="Previewed">Null when it was never previewed.</param>
internal sealed record UpdateDraft(FormValues Fields, CustomerCard? Previewed, Instant At)
{
    /// <summary>A short print of what was previewed, so that nothing else is sent than what was seen.</summary>
    public string Print => Previewed is null ? "" : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(ChatJson.Write(Previewed))).AsSpan(0, 8));
}

/// <summary>The only writer of the table <c>update_drafts</c>: one draft for each person and case, until it is sent.</summary>
internal sealed class UpdateDraftStore(Database database)
{
    public async Task SaveAsync(Guid caseId, Guid person, UpdateDraft draft, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(draft.At);
        work.Write(
            """
            insert into update_drafts (case_id, person_id, at, fields, previewed) values ($1, $2, $3, $4::jsonb, $5)
            on conflict (case_id, person_id) do update set at = excluded.at, fields = excluded.fields, previewed = excluded.previewed
            """,
            caseId, person, draft.At, JsonSerializer.Serialize(draft.Fields.All), draft.Previewed is { } card ? ChatJson.Write(card) : null);
        await work.CommitAsync(cancellationToken);
    }

    public Task<UpdateDraft?> FindAsync(Guid caseId, Guid person, CancellationToken cancellationToken) => database.Ask(
        "select fields::text, previewed, at from update_drafts where case_id = $1 and person_id = $2", caseId, person)
        .FirstAsync(row => new UpdateDraft(Fields(row.Text(0)), row.TextOrNull(1) is { } card ? ChatJson.ReadCard(card) as CustomerCard : null, row.At(2)), cancellationToken);

    public static void Forget(UnitOfWork work, Guid caseId, Guid person) =>
        work.Write("delete from update_drafts where case_id = $1 and person_id = $2", caseId, person);

    private static FormValues Fields(string json) => new(
        (JsonSerializer.Deserialize<Dictionary<string, string[]>>(json) ?? []).ToDictionary(f => f.Key, IReadOnlyList<string> (f) => f.Value, StringComparer.Ordinal));
}

/// <summary>What was sent is no draft any more.</summary>
internal sealed class UpdateDraftReactor : ICaseReactor
{
    public ValueTask ReactAsync(CaseChange change, UnitOfWork work, CancellationToken cancellationToken)
    {
        if (change.Actor.Id is { } person && change.Events.Any(e => e.Kind == CaseEventKind.CustomerTold && (!e.AlreadySaid || e.Medium != Medium.Chat)))
        {
            UpdateDraftStore.Forget(work, change.After.Id, person);
        }

        return ValueTask.CompletedTask;
    }
}
