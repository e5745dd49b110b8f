using System.Text.Json;
using ChatLiaison.Chat;
using ChatLiaison.Knowledge;
using ChatLiaison.Outbox;

namespace ChatLiaison.Tests.Secrecy;

/// <summary>A card as somebody has it before them.</summary>
/// <param name="Message">Null for what only this person sees.</param>
/// <param name="Reader">Who reads it at a customer's; null where our own people do.</param>
internal sealed record Sight(ChatPlace Place, MessageRef? Message, Reader? Reader, string? User, Card Card);

/// <summary>What each case is called, and who at the customer's may read of it: of a restricted one only who reported it.</summary>
internal sealed record KnownCase(string Id, string Reference, Reader Reader);

/// <summary>The real desk with two customers, on which one story is told after another.</summary>
internal sealed class Town
{
    private static readonly string[] Kept =
    [
        "people", "person_identities", "staff_channels", "customers", "customer_channels", "contacts", "contact_identities", "rotations", "platform_memory", "change_marks", "migrations",
    ];

    private readonly DeliveryStore deliveries;
    private readonly Courier courier;
    private readonly string forget;

    private Town(DeskWorld world, string forget)
    {
        (World, this.forget, Eyes) = (world, forget, new CustomersEyes(world, Marks));
        (deliveries, courier) = (world.Get<DeliveryStore>(), world.Get<Courier>());
    }

    public DeskWorld World { get; }

    public Marks Marks { get; } = new();

    public CustomersEyes Eyes { get; }

    public static async Task<Town> FoundAsync(DeskWorld world)
    {
        var tables = await world.TextsAsync("select tablename::text from pg_tables where schemaname = 'public' and tablename <> all($1)", [Kept]);
        return new Town(world, $"do $$ begin set local session_replication_role = replica; {string.Concat(tables.Select(t => $"delete from {t};"))} end $$");
    }

    public Task<List<KnownCase>> CasesAsync() => World.Database
        .Ask("select id::text, reference, customer_id, restricted, coalesce(contact_user, 'nobody') from cases order by opened_at desc limit 20")
        .ListAsync(row => new KnownCase(row.Text(0), row.Text(1), new Reader(row.Int(2), row.Flag(3) ? row.Text(4) : "")), CancellationToken.None);

    /// <summary>
    /// Carries everything to where it goes, and looks at what customers are shown of it. What goes to our own people is looked at where it
    /// waits, and only the cards that threads hang from are carried: the stories are many.
    /// </summary>
    public async Task<IReadOnlyList<Sight>> DeliverAsync()
    {
        var seen = await TakeWhatIsOursAsync();
        while (await deliveries.ClaimAsync(World.Now, 24, [], CancellationToken.None) is { Count: > 0 } claimed)
        {
            foreach (var message in claimed)
            {
                await courier.CarryAsync(message, World.Now, CancellationToken.None);
            }
        }

        foreach (var (where, sent) in World.Slack.Drain().Concat(World.Teams.Drain()))
        {
            var reader = Eyes.At(sent.To);
            if (reader is not null)
            {
                Eyes.Look(sent.Card, reader);
            }

            seen.Add(new Sight(PlaceOf(sent.To, where.ThreadId), where, reader, (sent.To as ToPerson)?.UserId, sent.Card));
        }

        return seen;
    }

    /// <summary>Ends a story: nothing may have been held back, and nothing of it is left.</summary>
    public async Task EmptyAsync()
    {
        if (await World.TextsAsync("select coalesce(last_error, '') from outbox where state = 'Dead'") is [var error, ..])
        {
            throw new LeakException(error);
        }

        Marks.Forget();
        await World.RunAsync(forget);
        World.Get<KnowledgeBook>().Forget();
        if (World.Known.Absences.All.Any())
        {
            await World.Get<ChatLiaison.People.Directory>().RefreshAsync(CancellationToken.None);
        }
    }

    private async Task<List<Sight>> TakeWhatIsOursAsync()
    {
        var ours = await World.Database.Ask(
            """
            update outbox set state = 'Cancelled' where state = 'Pending' and audience = 'Staff' and (anchor is null or kind <> 'Send')
            returning destination::text, coalesce(card, '')
            """).ListAsync(row => (To: JsonSerializer.Deserialize(row.Text(0), ChatJsonContext.Default.Destination)!, Card: row.Text(1)), CancellationToken.None);
        foreach (var (to, card) in ours)
        {
            if (Eyes.At(to) is { } reader)
            {
                throw new LeakException($"A message for our own people is addressed to {reader}: {card}");
            }
        }

        return [.. ours.Where(o => o.Card.Length > 0).Select(o => new Sight(PlaceOf(o.To, null), null, null, (o.To as ToPerson)?.UserId, ChatJson.ReadCard(o.Card)))];
    }

    private static ChatPlace PlaceOf(Destination to, string? thread) => to switch
    {
        ToPerson person => new ChatPlace(to.Platform, PlaceKind.Direct, person.UserId),
        ToPersonInChannel person => new ChatPlace(to.Platform, PlaceKind.Channel, person.ChannelId),
        _ => new ChatPlace(to.Platform, PlaceKind.Channel, ((ToChannel)to).ChannelId, thread),
    };
}
