using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Reviews;

/// <summary>Makes promises of what a review leads to, and tells their owners.</summary>
internal sealed class ReviewActions(PlaybookSource playbooks, People.Directory directory, CaseMail mail)
{
    /// <summary>A session is reminded of when it begins, and is held by then or not a day later.</summary>
    private static readonly Duration ToTickOff = Duration.FromDays(1);

    public Party? PersonOf(string id) => Guid.TryParse(id, out var known) && directory.Current.PersonById(known) is { Active: true } person ? new Party(person.Id, person.Name) : null;

    /// <summary>An action with its promise; whoever is to do it is told, and may see the case.</summary>
    public void Start(UnitOfWork work, SupportCase c, Actor by, ReviewActionKind kind, string what, Party owner, Instant due)
    {
        foreach (var person in RestrictRules.GivenTo(c, by.Id, [owner.Id]))
        {
            CaseStore.LetSee(work, c.Id, person, by.Name);
        }

        var promise = PlanFor(c).Task(c, PromiseKind.Prevention, due - work.Now, what, work.Now, kind == ReviewActionKind.Session ? ToTickOff : null) with { OwnerId = owner.Id };
        ReviewStore.Insert(work, promise, kind, owner);
        mail.TellThem(
            work, c, owner.Id,
            StaffCard.Titled(StaffText.Of($"An action of yours from {c.Reference}"))
                .Quoting(what)
                .Say(StaffText.Of($"By {due}. You are reminded of it."))
                .With(Button.Act("actions.done", "Done", $"{c.Id}/{promise.Id}", ButtonStyle.Primary)),
            lasting: true);
    }

    /// <summary>Calls whoever had a part in the case to sit together over it; a session that was called before is off.</summary>
    public async Task MeetAsync(UnitOfWork work, SupportCase c, Actor by, Instant at, Party holder, CancellationToken cancellationToken)
    {
        var off = await ReviewStore.DropSessionsAsync(work, c.Id, cancellationToken);
        foreach (var promise in (await PromiseStore.HoldOwedAsync(work, c.Id, cancellationToken)).Where(p => off.Contains(p.Id)))
        {
            PromiseStore.Update(work, PromiseRules.Cancel(promise, work.Now), "Cancelled", "The session was moved.");
        }

        foreach (var person in new[] { holder, c.EngineeringOwner, PersonOf(c.LiaisonId?.ToString() ?? "") }.OfType<Party>().DistinctBy(p => p.Id))
        {
            Start(work, c, by, ReviewActionKind.Session, $"Sit together over {c.Reference}.", person, at);
        }
    }

    /// <summary>Asks whoever holds the case to look back at it.</summary>
    public void Ask(UnitOfWork work, SupportCase c)
    {
        var due = playbooks.Current.Resolution.Review.Due;
        PromiseStore.Insert(work, PlanFor(c).Task(c, PromiseKind.Review, due, "A case like this is looked back at.", work.Now));
    }

    private PromisePlan PlanFor(SupportCase c) => new(playbooks.Current, directory.Current.CustomerById(c.CustomerId)?.Calendar);
}
