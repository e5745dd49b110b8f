using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using NodaTime;

namespace ChatLiaison.Resolution;

/// <summary>A card about one resolution of a case.</summary>
internal abstract class OneResolutionCard(CaseStore cases, ResolutionStore resolutions) : ILiveCard
{
    public abstract string Name { get; }

    /// <param name="subject">The case's id and the resolution's number, as <c>id/number</c>.</param>
    public async Task<Card?> DrawAsync(string subject, Instant now, CancellationToken cancellationToken)
    {
        var parts = subject.Split('/');
        return await cases.FindAsync(Guid.Parse(parts[0]), cancellationToken) is { } c
            ? DrawOf(c, await resolutions.FindAsync(c.Id, int.Parse(parts[1]), cancellationToken))
            : null;
    }

    /// <param name="r">Null for a case that was resolved before resolutions were kept.</param>
    protected abstract Card? DrawOf(SupportCase c, CaseResolution? r);
}

/// <summary>The resolution in the customer's thread: what was done and why, whether it works, and how they rate us. It changes as they answer.</summary>
internal sealed class ResolutionCard(CaseStore cases, ResolutionStore resolutions) : OneResolutionCard(cases, resolutions)
{
    public const string CardName = "resolution";

    public override string Name => CardName;

    public static string AnchorOf(SupportCase c, int number) => $"case:{c.Id:N}:resolution:{number}";

    protected override Card? DrawOf(SupportCase c, CaseResolution? r) => Draw(c, r ?? Undocumented(c));

    public static CustomerCard Draw(SupportCase c, CaseResolution r)
    {
        var card = ResolutionWords.Rest(r).Aggregate(
            CustomerCard.Titled(ResolutionWords.Title(c)).Say(ResolutionWords.Opening(c)).Quoting(CustomerText.Approved(r.Done, r.By)),
            (drawn, line) => drawn.Say(line));
        return Answer(card, c, r, CardName);
    }

    /// <summary>What the customer is asked, or what they answered.</summary>
    internal static CustomerCard Answer(CustomerCard card, SupportCase c, CaseResolution r, string name)
    {
        if (r.ReopenedAt is not null)
        {
            return card.Say(CustomerText.Of($"It is not settled after all: we are working on it again."));
        }

        if (r.Verified is { } verified)
        {
            return RatingWords.Ask(card.Say(CustomerText.Of($"{CustomerText.Name(verified.By)} confirmed that it works. Thank you.")), c, r, name);
        }

        return c.Status == CaseStatus.Resolved
            ? card.Say(ResolutionWords.Question).With(
                Button.Act("verify.works", "It works", $"{c.Id}/{name}", ButtonStyle.Primary), Button.Open("verify.broken", "Not fixed", c.Id.ToString()))
            : RatingWords.Ask(card, c, r, name);
    }

    /// <summary>A case that was resolved before resolutions were kept.</summary>
    private static CaseResolution Undocumented(SupportCase c) => new(c.Id, c.Reopened + 1, c.ResolvedAt ?? c.OpenedAt, c.Owner?.Name ?? "the team", c.Resolution, "", "", "");
}

/// <summary>The follow-up in the customer's thread: what was sent, with the question that is still open.</summary>
internal sealed class FollowUpCard(CaseStore cases, ResolutionStore resolutions) : OneResolutionCard(cases, resolutions)
{
    public const string CardName = "follow-up";

    public override string Name => CardName;

    public static string AnchorOf(SupportCase c, int number) => $"case:{c.Id:N}:follow-up:{number}";

    protected override Card? DrawOf(SupportCase c, CaseResolution? r) => r is { FollowUpWords.Length: > 0 } ? Draw(c, r) : null;

    public static CustomerCard Draw(SupportCase c, CaseResolution r) => ResolutionCard.Answer(
        CustomerCard.Plain(Words(c, r.FollowUpWords, r.FollowedUpBy)), c, r, CardName);

    /// <summary>What the customer reads: the same for the preview and for what is sent.</summary>
    public static CustomerText Words(SupportCase c, string words, string by) => CustomerText.Of($"{CustomerText.Name(by):b} on {c.ReferenceText}: {CustomerText.Approved(words, by)}");
}

/// <summary>Asks for the rating by itself: when a case ends without anybody having asked.</summary>
internal sealed class RatingCard(CaseStore cases, ResolutionStore resolutions) : OneResolutionCard(cases, resolutions)
{
    public const string CardName = "rating";

    public override string Name => CardName;

    public static string AnchorOf(SupportCase c, int number) => $"case:{c.Id:N}:rating:{number}";

    protected override Card? DrawOf(SupportCase c, CaseResolution? r) =>
        r is null ? null : RatingWords.Ask(CustomerCard.Plain(CustomerText.Of($"{c.ReferenceText} is closed.")), c, r, CardName);
}
