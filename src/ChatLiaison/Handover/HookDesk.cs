using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Promises;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Handover;

/// <param name="Secret">Shared with the systems that send events; null: none are taken.</param>
internal sealed record HookOptions(string? Secret);

internal enum HookKind
{
    Changes,
    Tickets,
}

/// <summary>An event as it came in.</summary>
internal sealed record HookCall(HookKind Kind, string Timestamp, string Signature, ReadOnlyMemory<byte> Body);

/// <summary>What its sender is told: an HTTP status and a plain sentence for each thing there is to say.</summary>
internal sealed record HookAnswer(int Status, params IReadOnlyList<string> Sentences);

/// <summary>Takes the events of other systems: what changed, and how tickets stand. Each once, and answered when it is on disk.</summary>
internal sealed class HookDesk(HookOptions options, Database database, CaseDesk desk, CaseMail mail, People.Directory directory)
{
    public async Task<HookAnswer> TakeAsync(HookCall call, Instant now, CancellationToken cancellationToken)
    {
        if (options.Secret is not { } secret)
        {
            return new(404, "This server takes no events: set Hooks:Secret to let other systems send them.");
        }

        if (HookSignature.Refusal(secret, call.Timestamp, call.Signature, call.Body.Span, now) is { } refusal)
        {
            return new(401, refusal);
        }

        return call.Kind == HookKind.Changes
            ? await TakeChangeAsync(call.Body, now, cancellationToken)
            : await TakeTicketAsync(call.Body, now, cancellationToken);
    }

    private static HookAnswer Known => new(200, "Known already; nothing was changed.");

    private async Task<HookAnswer> TakeChangeAsync(ReadOnlyMemory<byte> body, Instant now, CancellationToken cancellationToken)
    {
        var (change, problems) = HookBody.Change(body, key => directory.Current.CustomerByKey(key) is not null, now);
        if (change is null)
        {
            return new(400, problems);
        }

        await using var work = database.Begin(now);
        var added = await ChangeStore.TryAddAsync(work, change, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return added ? new(200, "Stored.") : Known;
    }

    private async Task<HookAnswer> TakeTicketAsync(ReadOnlyMemory<byte> body, Instant now, CancellationToken cancellationToken)
    {
        var (news, problems) = HookBody.Ticket(body, now);
        if (news is null)
        {
            return new(400, problems);
        }

        await using var work = database.Begin(now);
        if (!await InboxStore.TryClaimAsync(work, $"hook:tickets:{news.EventId}", cancellationToken))
        {
            return Known;
        }

        var cases = await LinkStore.TakeAsync(work, news, cancellationToken);
        foreach (var (id, title) in cases)
        {
            if (await CaseStore.HoldAsync(work, id, cancellationToken) is { } c && !c.Status.IsEnded())
            {
                await TellAsync(work, c, news with { Title = title.Length > 0 ? title : news.Title }, cancellationToken);
            }
        }

        await work.CommitAsync(cancellationToken);
        return new(200, cases.Count switch { 0 => "Stored.", 1 => "Stored. One case shows it.", _ => $"Stored. {cases.Count} cases show it." });
    }

    private async Task TellAsync(UnitOfWork work, SupportCase c, TicketNews news, CancellationToken cancellationToken)
    {
        var name = news.Title.Length > 0 ? news.Title : news.Url;
        await desk.ApplyAsync(
            work, c, new Actor(null, "The tracker", Side.Bot), CaseDecision.To(c, new CaseEvent(CaseEventKind.Detailed, $"{name}: {news.Status}.")), cancellationToken);
        mail.SayInThread(work, c, StaffCard.Plain(StaffText.Of($"{new LinkSpan(news.Url, name)} is now {news.Status:b}.")), lasting: true);
    }
}
