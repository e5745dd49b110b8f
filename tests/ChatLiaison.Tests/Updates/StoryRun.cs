using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Escalation;
using ChatLiaison.Outbox;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Questions;
using ChatLiaison.WorkingThread;
using NodaTime;
using Shouldly;

namespace ChatLiaison.Tests.Updates;

/// <summary>Plays one random story in memory and looks at everything that it addresses to a customer.</summary>
internal sealed class StoryRun
{
    private const string RestrictedName = "quagga";

    private readonly DeskWorld world;
    private readonly ICaseReactor[] reactors;
    private readonly SupportCase[] cases;
    private readonly Dictionary<Guid, List<OwedInWords>> owed = [];
    private readonly Dictionary<Guid, CommunicationPlan> plans = [];
    private readonly Dictionary<Guid, List<OpenQuestion>> questions = [];
    private readonly HashSet<string> secrets = ["zebramood", "zebrabusiness", "zebralevel", "zebranumber", RestrictedName];
    private Instant now = DeskWorld.Noon;
    private int payloads;

    public StoryRun(DeskWorld world)
    {
        this.world = world;
        reactors = [world.Get<CaseCardsReactor>(), world.Get<AssignmentReactor>(), world.Get<InformReactor>(), world.Get<QuestionReactor>()];
        cases = [New("ACME", Priority.P2, "Orders fail"), New("GLOBEX", Priority.P1, "Globex search is slow"), New("ACME", Priority.P3, $"A leak of {RestrictedName}") with { Restricted = true }];
    }

    public int Play(IReadOnlyList<StoryAct> story)
    {
        foreach (var c in cases)
        {
            Apply(new CaseChange(null, c, [new CaseEvent(CaseEventKind.Opened, c.Details.Issue, ForCustomer: true)], world.Actor(), now));
        }

        foreach (var act in story)
        {
            now += Duration.FromMinutes(7);
            Do(act);
        }

        return payloads;
    }

    private void Do(StoryAct act)
    {
        var c = cases[act.Case];
        var by = act.IsCustomers ? DeskWorld.Ada : world.Actor();
        var priya = world.Person("Priya");
        secrets.Add(act.Inside);
        var decision = act.On(c, by, new Party(priya.Id, priya.Name), now);
        if (decision.After is not { } after)
        {
            decision.Refusal!.ToPlain().ShouldNotContain("zebra");
            return;
        }

        cases[act.Case] = after;
        foreach (var made in decision.Events.SelectMany(e => e.Commits))
        {
            owed[c.Id].Add(new OwedInWords(made.Id, made.Kind == CommitmentKind.Inform ? PromiseKind.Inform : PromiseKind.ActionItem, made.What, made.Due, made.OwnerId, made.Told, made.Draft));
        }

        questions[c.Id].AddRange(decision.Events.Where(e => e.Kind == CaseEventKind.QuestionRaised).Select(e => new OpenQuestion(Guid.NewGuid(), e.Text, by.Name, now, null, false)));
        foreach (var plan in decision.Events.Select(e => e.Plan).OfType<CommunicationPlan>())
        {
            plans[c.Id] = plan;
        }

        Apply(new CaseChange(c, after, decision.Events, by, now));
    }

    private void Apply(CaseChange change)
    {
        var work = world.Database.Begin(now);
        foreach (var reactor in reactors)
        {
            var reacted = reactor.ReactAsync(change, work, CancellationToken.None).AsTask();
            reacted.IsCompletedSuccessfully.ShouldBeTrue("these reactors ask nobody");
        }

        foreach (var row in OutboxRows.In(work))
        {
            var customers = IsCustomers(row.To);
            (row.Audience == Audience.Staff && customers).ShouldBeFalse("a message for our own people is addressed to a customer");
            if (row.Audience == Audience.Customer || customers)
            {
                Look(row.Card ?? Draw(row.Live!, change.After), change.After);
            }
        }

        // What they see when they ask, and the list of all of theirs.
        Look(CustomerCaseCard.Draw(View(cases[0])), cases[0]);
        Look(CustomerCaseList.Draw([.. cases.Where(c => c.CustomerId == cases[0].CustomerId && !c.Restricted)], new Dictionary<Guid, Instant>()), cases[0]);
    }

    private void Look(Card card, SupportCase about)
    {
        card.ShouldBeOfType<CustomerCard>();
        foreach (var payload in OutboxRows.Payloads(card))
        {
            payloads++;
            if (payload.Contains("zebra", StringComparison.OrdinalIgnoreCase) || payload.Contains(RestrictedName, StringComparison.OrdinalIgnoreCase))
            {
                secrets.Where(s => payload.Contains(s, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty($"{about.Reference}: {payload}");
            }

            if (about.CustomerId == cases[0].CustomerId)
            {
                payload.ShouldNotContain("Globex");
            }
        }
    }

    private CustomerCard Draw(string live, SupportCase c) => live == CustomerCaseCard.CardName
        ? c.Restricted ? CustomerCaseCard.DrawWithoutContent(c) : CustomerCaseCard.Draw(View(c))
        : throw new InvalidOperationException($"The card {live} is new here: draw it too.");

    private CaseView View(SupportCase c)
    {
        var known = world.Known;
        var playbook = world.Get<PlaybookSource>().Current;
        var plan = new PromisePlan(playbook, known.CustomerById(c.CustomerId)?.Calendar);
        var promises = plan.Opening(c, now).Concat(owed[c.Id].Select(o => plan.Commit(c, new Commitment(o.Id, CommitmentKind.Personal, o.What) { Due = o.DueAt }, now)));
        return new CaseView(c, known.CustomerById(c.CustomerId), [.. promises], playbook, known)
        {
            Parts = [TermsPart.Draw(c, plans.GetValueOrDefault(c.Id), owed[c.Id], plan, id => id is { } person ? known.PersonById(person)?.Name ?? "" : ""), .. QuestionPart.Draw(c, questions[c.Id]) is { } asked ? [asked] : Array.Empty<CasePart>()],
        };
    }

    private bool IsCustomers(Destination to) => to switch
    {
        ToChannel channel => world.Known.IsCustomerChannel(channel.Platform, channel.ChannelId),
        ToPerson person => world.Known.ContactByIdentity(person.Platform, person.UserId) is not null,
        ToPersonInChannel person => world.Known.IsCustomerChannel(person.Platform, person.ChannelId),
        _ => false,
    };

    private SupportCase New(string key, Priority priority, string title)
    {
        var c = Draft.Case(world.Known.CustomerByKey(key)!, priority, now) with { Title = title, Reference = $"{key}-{priority}", Sentiment = "zebramood angry" };
        owed[c.Id] = [];
        questions[c.Id] = [];
        return c with { Details = c.Details with { Issue = title, BusinessImpact = "zebrabusiness stands still", TechnicalLevel = "zebralevel", ReachDetails = "zebranumber" } };
    }
}
