using ChatLiaison.Cases;
using ChatLiaison.Playbook;
using ChatLiaison.Time;
using NodaTime;

namespace ChatLiaison.Promises;

/// <summary>Which promises a case's policy makes, and on which calendar. Pure.</summary>
internal sealed class PromisePlan(Playbook.Playbook playbook, string? customerCalendar)
{
    public PromisePolicy Policy { get; } = PolicyOf(playbook);

    public static PromisePolicy PolicyOf(Playbook.Playbook playbook) => new(
        playbook.WarnAt, playbook.Organisation.CriticalRenotify, playbook.Organisation.CriticalNextLevel,
        name => playbook.Calendars.TryGetValue(name, out var calendar) ? calendar : BusinessCalendar.Always);

    /// <summary>A customer's own calendar replaces the policy's, but never shortens round-the-clock cover.</summary>
    public string CalendarFor(Priority priority)
    {
        var calendar = playbook.For(priority).Calendar;
        return customerCalendar is null || calendar == BusinessCalendar.Always.Name ? calendar : customerCalendar;
    }

    /// <summary>Whose targets a case has: its own priority's, or, once it is expedited, those of the next higher one (S52).</summary>
    public static Priority PaceOf(SupportCase c) => c.Expedited && c.Priority > Priority.P1 ? c.Priority - 1 : c.Priority;

    public IEnumerable<Promise> Opening(SupportCase c, Instant now)
    {
        var policy = playbook.For(PaceOf(c));
        yield return Make(c, PromiseKind.Acknowledge, policy.Acknowledge, $"Every case is acknowledged by a person ({c.Priority}).", now);
        yield return Make(c, PromiseKind.FirstResponse, policy.FirstResponse, $"First response for {c.Priority}.", now);
        yield return Make(c, PromiseKind.Resolve, policy.Resolve, $"Resolution target for {c.Priority}.", now);
        foreach (var level in playbook.Levels.Where(l => l.Number > 0 && l.EnterAt.Age is not null))
        {
            yield return Timer(c, level, level.EnterAt.Age!.Value, "open", now);
        }
    }

    /// <summary>The ladder steps that count from when somebody works on it (K5).</summary>
    public IEnumerable<Promise> Investigating(SupportCase c, Instant now) =>
        playbook.Levels.Where(l => l.Number > c.Level && l.EnterAt.Investigating is not null)
            .Select(level => Timer(c, level, level.EnterAt.Investigating!.Value, "under investigation", now));

    public Promise NextResponse(SupportCase c, Instant now) =>
        Make(c, PromiseKind.NextResponse, playbook.For(PaceOf(c)).FirstResponse, "The customer wrote and waits for an answer.", now);

    /// <summary>A person was asked for: they answer sooner than somebody who only wrote.</summary>
    public Promise Person(SupportCase c, string who, Instant now) =>
        Make(c, PromiseKind.PersonAsked, playbook.For(PaceOf(c)).Inform, $"{who} asked for a person.", now);

    /// <summary>What somebody promised in words, at the instant that they named, else as soon as the policy says: a customer is informed, and one of us is answered as soon as a customer would be.</summary>
    public Promise Commit(SupportCase c, Commitment made, Instant now)
    {
        var (span, calendar) = made.Due is { } due
            ? (due - now, BusinessCalendar.Always.Name)
            : (made.Kind == CommitmentKind.Inform ? playbook.For(PaceOf(c)).Inform : playbook.For(PaceOf(c)).FirstResponse, CalendarFor(PaceOf(c)));
        var kind = made.Kind switch
        {
            CommitmentKind.Inform => PromiseKind.Inform,
            CommitmentKind.ActionItem => PromiseKind.ActionItem,
            CommitmentKind.CheckBack => PromiseKind.CheckBack,
            _ => PromiseKind.Personal,
        };
        return PromiseRules.Scheduled(Make(c, kind, span, made.What, now) with { Id = made.Id, Calendar = calendar, OwnerId = made.OwnerId }, Policy);
    }

    /// <summary>The longest silence towards the customer: what they asked for, else the policy's; never longer than the policy's while it is critical. Null when only a change is worth an update.</summary>
    public Duration? Cadence(Priority priority, CommunicationPlan? wish)
    {
        var policy = playbook.For(priority).UpdateEvery;
        var wished = wish switch
        {
            { OnChange: true } => null,
            { Every: { } every } => every,
            _ => policy,
        };
        return priority == Priority.P1 && (wished is null || wished > policy) ? policy : wished;
    }

    /// <summary>The next update: the stricter of the cadence, which a resolved case no longer has, and what was promised (K10); null when neither asks for one.</summary>
    public Promise? NextUpdate(SupportCase c, Instant? promised, CommunicationPlan? wish, Instant now)
    {
        var reason = wish is null or { Every: null, OnChange: false } ? $"Update cadence for {PaceOf(c)}." : "Update cadence that the customer asked for.";
        var cadence = c.Status.IsOpen() && Cadence(PaceOf(c), wish) is { } every
            ? PromiseRules.Scheduled(Make(c, PromiseKind.StatusUpdate, every, reason, now), Policy)
            : null;
        if (promised is not { } at || cadence?.DueAt < at)
        {
            return cadence;
        }

        return UpdateAt(c, at, now);
    }

    /// <summary>The next update at the very time that was named, whatever the cadence asks for.</summary>
    public Promise UpdateAt(SupportCase c, Instant at, Instant now) => PromiseRules.Scheduled(
        Make(c, PromiseKind.StatusUpdate, at - now, "The next update was promised to the customer for this time.", now)
            with { Calendar = BusinessCalendar.Always.Name, IsNamedUpdate = true }, Policy);

    /// <summary>Due after a day, broken after two (K8).</summary>
    public Promise FollowUp(SupportCase c, Instant now) => PromiseRules.Scheduled(
        Make(c, PromiseKind.FollowUp, playbook.FollowUp.Due, "After a resolution the customer is asked whether all is well.", now)
            with { Calendar = BusinessCalendar.Always.Name, BreakAt = now + playbook.FollowUp.Broken }, Policy);

    public Promise GraceEnd(SupportCase c, Instant now) => PromiseRules.Scheduled(
        Make(c, PromiseKind.CloseTimer, Duration.Max(playbook.Organisation.ReopenGrace, playbook.FollowUp.Broken), "A resolved case closes by itself.", now)
            with { Calendar = BusinessCalendar.Always.Name }, Policy);

    /// <summary>A resolved case that lacks a step is put before its owner and kept for a last while.</summary>
    /// <param name="promised">What is promised for later is waited for first; null for nothing.</param>
    public Promise LastChance(SupportCase c, Instant now, Instant? promised = null) => PromiseRules.Scheduled(
        Make(c, PromiseKind.CloseTimer, playbook.Resolution.LastChance + (promised > now ? promised.Value - now : Duration.Zero), "A step is missing; the case closes by itself all the same.", now)
            with { Calendar = BusinessCalendar.Always.Name }, Policy);

    /// <summary>Something that somebody is to do, counted round the clock.</summary>
    /// <param name="grace">How long after it is due it counts as broken (K8).</param>
    public Promise Task(SupportCase c, PromiseKind kind, Duration span, string what, Instant now, Duration? grace = null) => PromiseRules.Scheduled(
        Make(c, kind, span, what, now) with { Calendar = BusinessCalendar.Always.Name, BreakAt = grace is { } more ? now + span + more : null }, Policy);

    /// <summary>The span and calendar of a policy promise at another priority; null for promises that the priority doesn't govern.</summary>
    public Duration? SpanAt(PromiseKind kind, Priority priority) => kind switch
    {
        PromiseKind.Acknowledge => playbook.For(priority).Acknowledge,
        PromiseKind.FirstResponse or PromiseKind.NextResponse => playbook.For(priority).FirstResponse,
        PromiseKind.PersonAsked => playbook.For(priority).Inform,
        PromiseKind.Resolve => playbook.For(priority).Resolve,
        _ => null,
    };

    /// <param name="left">What is left of the time when somebody before them did not take it, of which a quarter is always given; null for all of it.</param>
    public Promise LevelResponse(SupportCase c, EscalationLevel level, Guid? owner, Instant now, Duration? left = null)
    {
        var span = c.IsCritical ? Duration.Min(level.RespondWithin, playbook.Organisation.CriticalNextLevel) : level.RespondWithin;
        span = left is { } rest ? Duration.Min(span, Duration.Max(rest, span / 4)) : span;
        return PromiseRules.Scheduled(
            Make(c, PromiseKind.LevelResponse, span, $"{level.Name} answers an escalation within this time.", now) with { OwnerId = owner, Level = level.Number }, Policy);
    }

    /// <summary>By when somebody of a level who is asked now has to answer.</summary>
    public Instant? AnswerDue(SupportCase c, EscalationLevel level, Instant now) => level.Number > 0
        ? LevelResponse(c, level, Guid.Empty, now).DueAt
        : Make(c, PromiseKind.Acknowledge, playbook.For(PaceOf(c)).Acknowledge, "", now).DueAt;

    private Promise Timer(SupportCase c, EscalationLevel level, Duration span, string counting, Instant now) =>
        Make(c, PromiseKind.ClimbTimer, span, $"{DurationText.Humanise(span)} {counting}: {level.Name} takes over.", now) with { Level = level.Number };

    private Promise Make(SupportCase c, PromiseKind kind, Duration span, string reason, Instant now) => PromiseRules.Scheduled(
        new Promise
        {
            Id = Guid.CreateVersion7(now.ToDateTimeOffset()),
            CaseId = c.Id,
            CustomerId = c.CustomerId,
            Kind = kind,
            Reason = reason,
            Priority = c.Priority,
            PolicyVersion = playbook.Version,
            Calendar = CalendarFor(PaceOf(c)),
            Clock = PromiseClock.Start(now, span),
        },
        Policy);
}
