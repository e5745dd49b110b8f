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

    public IEnumerable<Promise> Opening(SupportCase c, Instant now)
    {
        var policy = playbook.For(c.Priority);
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
        Make(c, PromiseKind.NextResponse, playbook.For(c.Priority).FirstResponse, "The customer wrote and waits for an answer.", now);

    /// <summary>The next update: the stricter of the policy's cadence, which a resolved case no longer has, and what was promised (K10); null when neither asks for one.</summary>
    public Promise? NextUpdate(SupportCase c, Instant? promised, Instant now)
    {
        var cadence = c.Status.IsOpen() && playbook.For(c.Priority).UpdateEvery is { } every
            ? PromiseRules.Scheduled(Make(c, PromiseKind.StatusUpdate, every, $"Update cadence for {c.Priority}.", now), Policy)
            : null;
        if (promised is not { } at || cadence?.DueAt <= at)
        {
            return cadence;
        }

        var personal = Make(c, PromiseKind.StatusUpdate, at - now, "The next update was promised to the customer for this time.", now)
            with { Calendar = BusinessCalendar.Always.Name };
        return PromiseRules.Scheduled(personal, Policy);
    }

    /// <summary>Due after a day, broken after two (K8).</summary>
    public Promise FollowUp(SupportCase c, Instant now) => PromiseRules.Scheduled(
        Make(c, PromiseKind.FollowUp, playbook.FollowUp.Due, "After a resolution the customer is asked whether all is well.", now)
            with { Calendar = BusinessCalendar.Always.Name, BreakAt = now + playbook.FollowUp.Broken }, Policy);

    public Promise GraceEnd(SupportCase c, Instant now) => PromiseRules.Scheduled(
        Make(c, PromiseKind.CloseTimer, Duration.Max(playbook.Organisation.ReopenGrace, playbook.FollowUp.Broken), "A resolved case closes by itself.", now)
            with { Calendar = BusinessCalendar.Always.Name }, Policy);

    /// <summary>A resolved case that lacks a step is put before its owner and kept for a last while.</summary>
    public Promise LastChance(SupportCase c, Instant now) => PromiseRules.Scheduled(
        Make(c, PromiseKind.CloseTimer, playbook.Resolution.LastChance, "A step is missing; the case closes by itself all the same.", now)
            with { Calendar = BusinessCalendar.Always.Name }, Policy);

    /// <summary>The span and calendar of a policy promise at another priority; null for promises that the priority doesn't govern.</summary>
    public Duration? SpanAt(PromiseKind kind, Priority priority) => kind switch
    {
        PromiseKind.Acknowledge => playbook.For(priority).Acknowledge,
        PromiseKind.FirstResponse or PromiseKind.NextResponse => playbook.For(priority).FirstResponse,
        PromiseKind.Resolve => playbook.For(priority).Resolve,
        _ => null,
    };

    /// <param name="left">What is left of the time when somebody before them did not take it, of which a quarter is always given; null for all of it.</param>
    public Promise LevelResponse(SupportCase c, EscalationLevel level, Guid owner, Instant now, Duration? left = null)
    {
        var span = c.IsCritical ? Duration.Min(level.RespondWithin, playbook.Organisation.CriticalNextLevel) : level.RespondWithin;
        span = left is { } rest ? Duration.Min(span, Duration.Max(rest, span / 4)) : span;
        return PromiseRules.Scheduled(
            Make(c, PromiseKind.LevelResponse, span, $"{level.Name} answers an escalation within this time.", now) with { OwnerId = owner, Level = level.Number }, Policy);
    }

    /// <summary>By when somebody of a level who is asked now has to answer.</summary>
    public Instant? AnswerDue(SupportCase c, EscalationLevel level, Instant now) => level.Number > 0
        ? LevelResponse(c, level, Guid.Empty, now).DueAt
        : Make(c, PromiseKind.Acknowledge, playbook.For(c.Priority).Acknowledge, "", now).DueAt;

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
            Calendar = CalendarFor(c.Priority),
            Clock = PromiseClock.Start(now, span),
        },
        Policy);
}
