using ChatLiaison.Customers;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.People;

/// <summary>Our own people. Each write moves the directory's mark, so that every server reads again.</summary>
internal sealed class PersonStore(Database database)
{
    /// <summary>Who of them is away when.</summary>
    public AbsenceStore Absences { get; } = new(database);

    public async Task<List<Person>> ListAsync(CancellationToken cancellationToken)
    {
        const string Identities =
            """
            select i.person_id, i.platform, i.user_id, u.platform is not null
            from person_identities i left join unreachable_people u using (platform, user_id)
            """;
        var identities = (await database.Ask(Identities).ListAsync(
            row => (PersonId: row.Id(0), Platform: row.Text(1), UserId: row.Text(2), Unreachable: row.Flag(3)), cancellationToken))
            .ToLookup(i => i.PersonId);
        const string People = "select id, name, email, roles, time_zone, hours, quiet, active, team, expertise, write_to from people order by name, id";
        return await database.Ask(People).ListAsync(
            row => new Person(
                row.Id(0),
                row.Text(1),
                row.Text(2),
                row.Texts(3).Select(role => Roles.ByName[role]).ToHashSet(),
                DateTimeZoneProviders.Tzdb[row.Text(4)],
                PersonFields.Hours(row.Text(5)),
                PersonFields.Quiet(row.Text(6)),
                identities[row.Id(0)].ToDictionary(i => i.Platform, i => i.UserId, StringComparer.Ordinal),
                identities[row.Id(0)].Where(i => i.Unreachable).Select(i => i.Platform).ToHashSet(StringComparer.Ordinal),
                row.Flag(7))
            {
                Team = row.Text(8),
                Expertise = row.Texts(9),
                WriteTo = row.Text(10),
            },
            cancellationToken);
    }

    /// <summary>Each person as the last import wrote them; null for one that no import knows.</summary>
    public Task<List<(Guid Id, FieldMap? Imported)>> ImportedAsync(CancellationToken cancellationToken) => database
        .Ask("select id, imported::text from people")
        .ListAsync(row => (row.Id(0), FieldMap.FromJson(row.TextOrNull(1))), cancellationToken);

    /// <summary>Adds people, or makes those with these ids say this. Identities may move from one of them to another.</summary>
    /// <param name="people">With each the entry as an import wrote it; null leaves what is noted.</param>
    public static void Write(UnitOfWork work, IReadOnlyCollection<(Person Person, FieldMap? Imported)> people)
    {
        ChangeMarks.Move(work, ChangeMarks.Directory);
        foreach (var (person, imported) in people)
        {
            WritePerson(work, person, imported);
        }

        foreach (var (person, _) in people)
        {
            WriteIdentities(work, person);
        }
    }

    /// <summary>Everyone's id by address, those written in this unit of work too.</summary>
    public static async Task<IReadOnlyDictionary<string, Guid>> IdsAsync(UnitOfWork work, CancellationToken cancellationToken) =>
        (await work.ReadAsync("select email, id from people", [], row => (Email: row.Text(0), Id: row.Id(1)), cancellationToken))
        .ToDictionary(p => p.Email, p => p.Id, StringComparer.Ordinal);

    /// <summary>A message to this person could not be delivered. Nothing happens when they have no identity on the platform.</summary>
    /// <param name="reason">Why, in words for our own people.</param>
    public static void MarkUnreachable(UnitOfWork work, Guid personId, string platform, string reason)
    {
        ChangeMarks.Move(work, ChangeMarks.Directory);
        work.Write(
            """
            insert into unreachable_people (platform, user_id, since, reason)
            select platform, user_id, $3, $4 from person_identities where person_id = $1 and platform = $2
            on conflict (platform, user_id) do update set reason = excluded.reason
            """,
            personId,
            platform,
            work.Now,
            reason);
    }

    public static void MarkReachable(UnitOfWork work, Guid personId, string platform)
    {
        ChangeMarks.Move(work, ChangeMarks.Directory);
        work.Write(
            """
            delete from unreachable_people u using person_identities i
            where i.person_id = $1 and i.platform = $2 and u.platform = i.platform and u.user_id = i.user_id
            """,
            personId,
            platform);
    }

    /// <summary>As <see cref="MarkUnreachable"/>, in a transaction of its own.</summary>
    public async Task MarkUnreachableAsync(Guid personId, string platform, string reason, Instant since, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(since);
        await LogAsync(work, personId, platform, $"can't be reached on {platform}: {reason}", marked: false, cancellationToken);
        MarkUnreachable(work, personId, platform, reason);
        await work.CommitAsync(cancellationToken);
    }

    /// <summary>As <see cref="MarkReachable"/>, in a transaction of its own.</summary>
    public async Task MarkReachableAsync(Guid personId, string platform, Instant now, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(now);
        await LogAsync(work, personId, platform, $"can be reached on {platform} again", marked: true, cancellationToken);
        MarkReachable(work, personId, platform);
        await work.CommitAsync(cancellationToken);
    }

    /// <summary>Since when and why each identity can't be reached.</summary>
    public Task<List<Unreachable>> UnreachableAsync(CancellationToken cancellationToken) => database
        .Ask(
            """
            select i.person_id, u.platform, u.since, u.reason
            from unreachable_people u join person_identities i using (platform, user_id) order by u.since
            """)
        .ListAsync(row => new Unreachable(row.Id(0), row.Text(1), row.At(2), row.Text(3)), cancellationToken);

    /// <param name="marked">Whether they were marked until now; nothing is noted when they were not, or were already.</param>
    private static async Task LogAsync(UnitOfWork work, Guid personId, string platform, string change, bool marked, CancellationToken cancellationToken)
    {
        var email = await work.ReadAsync(
            """
            select p.email from people p join person_identities i on i.person_id = p.id left join unreachable_people u using (platform, user_id)
            where p.id = $1 and i.platform = $2 and (u.user_id is not null) = $3
            """,
            [personId, platform, marked], row => row.Text(0), cancellationToken);
        email.ForEach(e => DirectoryLog.Write(work, "ChatLiaison", $"person {e}", change));
    }

    private static void WritePerson(UnitOfWork work, Person person, FieldMap? imported)
    {
        work.Write(
            """
            insert into people (id, email, name, roles, team, time_zone, hours, quiet, active, imported, expertise, write_to)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11, $12)
            on conflict (id) do update set
                email = excluded.email, name = excluded.name, roles = excluded.roles, team = excluded.team, time_zone = excluded.time_zone,
                hours = excluded.hours, quiet = excluded.quiet, active = excluded.active, expertise = excluded.expertise, write_to = excluded.write_to,
                imported = coalesce(excluded.imported, people.imported)
            """,
            person.Id,
            person.Email,
            person.Name,
            person.Roles.Order().Select(Roles.Name).ToArray(),
            person.Team,
            person.Zone.Id,
            person.Hours.ToString(),
            person.Quiet.ToString(),
            person.Active,
            imported?.ToJson(),
            person.Expertise.ToArray(),
            person.WriteTo);
        work.Write(
            """
            delete from person_identities
            where person_id = $1 and (platform, user_id) not in (select * from unnest($2::text[], $3::text[]))
            """,
            person.Id,
            person.Identities.Keys.ToArray(),
            person.Identities.Values.ToArray());
    }

    private static void WriteIdentities(UnitOfWork work, Person person) => work.Write(
        """
        insert into person_identities (person_id, platform, user_id)
        select $1, * from unnest($2::text[], $3::text[])
        on conflict (platform, user_id) do update set person_id = excluded.person_id
        """,
        person.Id,
        person.Identities.Keys.ToArray(),
        person.Identities.Values.ToArray());
}

/// <summary>Somebody who can't be reached on a platform, since when, and why.</summary>
internal sealed record Unreachable(Guid PersonId, string Platform, Instant Since, string Reason);
