using ChatLiaison.Commands;
using ChatLiaison.Customers;
using ChatLiaison.People;
using ChatLiaison.Time;
using NodaTime;
using static ChatLiaison.Tests.People.SampleStaff;

namespace ChatLiaison.Tests.People;

/// <summary>A situation, who should be asked in it, and why anyone would agree.</summary>
/// <param name="At">UTC, on Monday 23 November 2026 where only an hour matters.</param>
/// <param name="Expected">Null when nobody of the level can be asked.</param>
/// <param name="Sense">What common sense says.</param>
internal sealed record OwnerSituation(string Name, Role Role, Instant At, Person[] People, Person? Expected, string Sense)
{
    public bool Critical { get; init; }

    public (Person Person, string Why)[] PassOver { get; init; } = [];

    public (Person Person, OwnerFacts Facts)[] Facts { get; init; } = [];

    public string Matter { get; init; } = "";

    public Person[] OnCall { get; init; } = [];

    public (Person Person, Person? Cover)[] Away { get; init; } = [];

    public Holiday? Holiday { get; init; }

    public Duration? Due { get; init; }

    public OwnerChoice Choose() => Choose(People);

    public OwnerChoice Choose(IEnumerable<Person> people)
    {
        var rotation = new OnCallRotation(Guid.Empty, "rota", Role, "", [new(DateTimeZone.Utc, Turn.Daily(LocalTime.Midnight), WeekdaySet.EveryDay, new(2026, 11, 1), [.. OnCall.Select(p => p.Id)])]);
        var staff = new StaffIndex([.. people], [])
        {
            OnCall = OnCall.Length == 0 ? OnCallIndex.Empty : new OnCallIndex([rotation], [], People),
            Absences = new AbsenceIndex([.. Away.Select(a => new Absence(Guid.NewGuid(), a.Person.Id, At - Duration.FromHours(1), At + Duration.FromDays(2), "", a.Cover?.Id))]),
        };
        BusinessCalendar[] calendars = Holiday is null ? [] : [new("british", DateTimeZoneProviders.Tzdb["Europe/London"], PersonFields.Hours(PersonFields.DefaultHours), [Holiday])];
        return NextOwner.Choose(new OwnerQuestion(Level(Role), Acme, Critical, new Availability(new(staff, new CustomerIndex([Acme])), At, calendars), Platforms)
        {
            PassOver = PassOver.ToDictionary(p => p.Person.Id, p => p.Why),
            Facts = Facts.ToDictionary(f => f.Person.Id, f => f.Facts),
            Topics = Topics.Of(Matter),
            DueAt = Due is { } due ? At + due : null,
        });
    }
}
