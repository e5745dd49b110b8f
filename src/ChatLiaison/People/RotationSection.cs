using ChatLiaison.Customers;
using ChatLiaison.Playbook;
using ChatLiaison.Time;
using NodaTime;
using NodaTime.Text;

namespace ChatLiaison.People;

/// <summary>Reads rotations and overrides of a directory file. Rotations are read first: overrides name them.</summary>
/// <param name="emails">Of everyone who may be on call.</param>
internal sealed class RotationSection(DirectoryContext context, IReadOnlyCollection<string> emails)
{
    public static readonly string[] OverrideKeys = ["rotation", "person", "instead_of", "from", "until", "reason"];

    private static readonly string[] ShiftKeys = ["from", "time_zone", "days", "turns", "starts", "people"];
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
    private static readonly LocalDate LongAgo = new(2024, 1, 1);
    private static readonly LocalTime Morning = new(9, 0);

    private readonly Dictionary<string, DateTimeZone> zones = new(context.Rotations, StringComparer.Ordinal);

    public RotationEntry? Rotation(YamlMap map)
    {
        var single = map.Find("shifts") is null;
        map.AllowOnly(["name", "role", "team", "active", "shifts", .. single ? ShiftKeys : []]);
        var name = Name(map.Need("name", "liaison"));
        var (role, team) = (map.Find("role"), map.Find("team"));
        if ((role is null) == (team is null))
        {
            map.Wrong("A rotation is for a role or for a team. Write either role: liaison, or team: and its name, instead.");
        }

        role?.OneOf("a role", Roles.ByName);
        var shifts = single ? [Shift(map)] : map.Find("shifts")!.List().Select(s => s.Map()).OfType<YamlMap>().Select(ListedShift).ToList();
        if (shifts.Count == 0)
        {
            map.Wrong("This rotation has no shift. Write at least one instead.");
        }
        else if (SameBeginning(shifts.OfType<FileShift>().Select(s => s.Shift)))
        {
            map.Wrong("Two of these shifts begin at the same moment. Write another time or other days for one of them instead.");
        }

        if (name is null || shifts is not [{ } first, ..])
        {
            return null;
        }

        zones[name] = first.Shift.Zone;
        var active = map.Find("active")?.OneOf("yes or no", DirectoryFile.YesOrNo) != false;
        var texts = shifts.OfType<FileShift>().Select(s => ShiftText.Format(s.Shift, s.People));
        return new RotationEntry(name, RotationFields.Of(role?.Text() ?? "", team?.Text() ?? "", texts, active));
    }

    public FieldMap? Override(YamlMap map)
    {
        map.AllowOnly(OverrideKeys);
        var rotation = map.Need("rotation", "liaison");
        if (rotation?.Text() is not { } name || !zones.TryGetValue(name, out var zone))
        {
            rotation?.Wrong($"There is no rotation '{rotation.Text()}'. Write {(zones.Count == 0 ? "it under rotations:" : Words.Either(zones.Keys))} instead.");
            return null;
        }

        var from = Moment(map.Need("from", "2026-12-24 09:00"), zone);
        var until = Moment(map.Need("until", "2026-12-28 09:00"), zone);
        if (until <= from)
        {
            map.Wrong("This override ends before it begins. Write an until that is after from instead.");
        }

        return new FieldMap()
            .With("rotation", name)
            .With("person", Person(map.Need("person", "dana@example.com")))
            .With("instead_of", map.Find("instead_of") is { } absent ? Person(absent) : null)
            .With("from", Text(from))
            .With("until", Text(until))
            .With("reason", map.Find("reason")?.Text());
    }

    private static string? Name(YamlValue? value)
    {
        var name = value?.Text();
        if (name is not null && !OnCallRotation.IsName(name))
        {
            value!.Wrong($"'{name}' is not a rotation's name. Write {OnCallRotation.NameRule}, instead.");
            return null;
        }

        return name;
    }

    private FileShift? ListedShift(YamlMap map)
    {
        map.AllowOnly(ShiftKeys);
        return Shift(map);
    }

    private FileShift? Shift(YamlMap map)
    {
        var people = (map.Need("people", "[dana@example.com, lee@example.com]")?.List() ?? []).Select(Person).OfType<string>().ToList();
        var starts = people.Count > 1 ? map.Need("starts", "2026-01-05") : map.Find("starts");
        var zone = map.Find("time_zone") is { } named ? named.Zone() : DateTimeZoneProviders.Tzdb[context.Zone];
        var (from, days, turns) = (map.Find("from"), map.Find("days"), map.Find("turns"));
        var at = Morning;
        string? error = null;
        if (from is not null && !TimeOfDayText.TryParse(from.Text() ?? "", out at, out error))
        {
            from.Wrong(YamlValue.Sentences(error));
        }

        var on = WeekdaySet.EveryDay;
        if (days is not null && !WeekdaySet.TryParse(days.Text() ?? "", out on, out error))
        {
            days.Wrong(YamlValue.Sentences(error));
        }

        var turn = Turn.Weekly(IsoDayOfWeek.Monday, at);
        if (turns is not null && !Turn.TryParse(turns.Text() ?? "", at, out turn, out error))
        {
            turns.Wrong(YamlValue.Sentences(error));
        }

        return zone is null || error is not null ? null : new FileShift(new OnCallShift(zone, turn!, on!, starts?.Date() ?? LongAgo, []), people);
    }

    private string? Person(YamlValue? value)
    {
        var email = Email.Read(value);
        if (email is not null && !emails.Contains(email))
        {
            value!.Wrong($"Nobody in the directory has the address '{email}'. Write the email of one of the people instead.");
        }

        return email;
    }

    /// <summary>In the rotation's own zone, or in UTC with a Z behind it.</summary>
    private static Instant? Moment(YamlValue? value, DateTimeZone zone)
    {
        var text = value?.Text();
        if (text is null)
        {
            return null;
        }

        if (InstantPattern.General.Parse(text) is { Success: true } universal)
        {
            return universal.Value;
        }

        if (Local.Parse(text.Replace('T', ' ')) is { Success: true } local)
        {
            return zone.AtLeniently(local.Value).ToInstant();
        }

        value!.Wrong($"'{text}' is not a moment. Write it like 2026-12-24 09:00, in the rotation's zone, or like 2026-12-24T09:00:00Z, instead.");
        return null;
    }

    private static string Text(Instant? at) => at is { } moment ? InstantPattern.General.Format(moment) : "";

    /// <summary>Two shifts that begin at one moment would leave one of them without any time.</summary>
    public static bool SameBeginning(IEnumerable<OnCallShift> shifts) => shifts
        .SelectMany(s => Enumerable.Range(0, 14).Select(day => new LocalDate(2026, 1, 5).PlusDays(day)).Where(d => s.Days.Has(d.DayOfWeek)), (s, d) => (d + s.Turn.Handover).InZoneLeniently(s.Zone).ToInstant())
        .GroupBy(at => at).Any(g => g.Count() > 1);

    private sealed record FileShift(OnCallShift Shift, IReadOnlyList<string> People);
}
