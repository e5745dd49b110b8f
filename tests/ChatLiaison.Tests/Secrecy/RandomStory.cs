using ChatLiaison.Chat;
using ChatLiaison.Commands;
using NodaTime;

namespace ChatLiaison.Tests.Secrecy;

/// <summary>
/// People of both sides do whatever they find to do: any command, any button that was shown to anybody, any form, words in any thread. All of it
/// follows from the seed. Half of the commands follow a thread of things that belong together, so that stories get somewhere.
/// </summary>
internal sealed class RandomStory(Town town, int seed, Tally tally)
{
    /// <summary>Commands that change who is whose; the rest is open to chance.</summary>
    private static readonly HashSet<string> LeftOut = ["liaison link", "liaison role", "liaison me", "liaison outbox", "liaison rotation", "liaison people", "escalate"];

    private static readonly string[][] Threads =
    [
        ["resolve", "verify", "followup", "rate", "close"], ["resolve", "close", "review", "reopen"], ["resolve", "fixed", "resolve", "reopen", "update", "resolve"],
        ["cause", "update", "estimate", "update", "roadblock", "update"], ["promise", "update", "withdraw", "plan", "update", "wait", "resume"],
        ["climb", "onit", "brief", "accept", "bug", "fixed"], ["brief", "bounce", "supply", "brief", "accept", "return"],
        ["meeting", "minutes", "meeting", "meeting"], ["scenario", "scenario", "scenario", "scenario"], ["restrict", "update", "resolve", "verify", "unrestrict"],
        ["path", "accept", "fixed", "resolve", "reopen", "path"], ["call", "call", "log", "message"], ["question", "question", "update", "question"], ["away", "message", "cover", "back"], ["understanding", "add", "person", "tell", "ticket", "finding", "tried"],
        ["resolve", "knowledge", "announce", "knowledge", "update"],
    ];

    private readonly Random chance = new(seed);
    private readonly List<Sight> sights = [];
    private readonly List<string> trail = [];
    private List<KnownCase> cases = [];
    private Townsfolk folk = null!;
    private string platform = "";
    private int keys;

    private DeskWorld World => town.World;

    /// <summary>What was done, for whoever has to find out why.</summary>
    public override string ToString() => $"Story {seed}:\n{string.Join('\n', trail)}";

    public async Task TellAsync(int acts)
    {
        platform = chance.Next(2) == 0 ? "slack" : "teams";
        folk = new Townsfolk(World, chance, platform);
        var thread = new Queue<string>(Threads[chance.Next(Threads.Length)]);
        await OpenAsync(chance.Next(2) == 0 ? folk.Customer("ACME") : folk.Ours("Dana"), "ACME");
        await DeliverAsync();
        for (var i = 0; i < acts; i++)
        {
            World.Clock.Move(Duration.FromMinutes(chance.Next(1, 20)));
            await ActAsync(thread);
            await (chance.Next(8) == 0 ? DeliverAsync() : Task.CompletedTask);
        }

        await LookHomeAsync(folk.SomeCustomer());
        await (chance.Next(4) == 0 ? World.PassAsync(Duration.FromMinutes(chance.Next(5, 300))) : Task.CompletedTask);
        await DeliverAsync();
        await town.EmptyAsync();
    }

    private Task ActAsync(Queue<string> thread) => chance.Next(12) switch
    {
        0 => SayAsync(),
        1 => SayInThreadAsync(),
        2 or 3 or 4 => PressAsync(),
        5 when chance.Next(3) == 0 => OpenAsync(chance.Next(2) == 0 ? folk.Customer("GLOBEX") : folk.Ours("Lee"), "GLOBEX"),
        >= 6 when thread.TryDequeue(out var next) => CommandAsync($"liaison {next}"),
        _ => CommandAsync(""),
    };

    private async Task LookHomeAsync(Townsperson customer)
    {
        trail.Add($"{customer.Name} looks at their first page, and at their cases");
        town.Eyes.Look(await World.Inbox.HomeAsync(customer.Person, CancellationToken.None), customer.Reader!);
        var call = new CommandCall(customer.Person, folk.Alone(customer), Key(), "cases", "");
        town.Eyes.Look(await World.Inbox.CommandAsync(call, CancellationToken.None), customer.Reader, channel: null);
    }

    private async Task OpenAsync(Townsperson by, string customer)
    {
        var place = folk.Channel(World.Known.CustomerByKey(customer)!);
        await AnswerAsync($"{by.Name} opens a case", World.Inbox.CommandAsync(new CommandCall(by.Person, place, Key(), "escalate", ""), CancellationToken.None), by, place);
    }

    /// <param name="wanted">Empty for any command.</param>
    private async Task CommandAsync(string wanted)
    {
        CommandSpec[] possible = [.. World.Get<CommandCatalog>().Specs.Where(c => wanted.Length == 0 ? !LeftOut.Contains(c.Name) : c.Name == wanted)];
        var spec = possible[chance.Next(possible.Length)];
        var by = chance.Next(wanted.Length == 0 ? 4 : 12) == 0 ? folk.SomeCustomer() : folk.SomeoneOfOurs();
        var place = by.Reader is { } reader && chance.Next(3) > 0 ? folk.Channel(World.Known.CustomerById(reader.Customer)!) : folk.SomePlace(by);
        var text = new TypedWords(World, chance, town.Marks).After(spec, cases.Count == 0 ? "ACME-1" : cases[chance.Next(Math.Min(cases.Count, 3))].Reference);
        Own(by, text, place);
        var (name, verb) = CommandWords.Split(spec.Name);
        var call = new CommandCall(by.Person, place, Key(), name, $"{verb} {text}".Trim());
        await AnswerAsync($"{by.Name}: /{spec.Name} {text}", World.Inbox.CommandAsync(call, CancellationToken.None), by, place, text);
    }

    private async Task PressAsync()
    {
        var buttons = sights.SelectMany(s => ButtonsOf(s.Card).Select(b => (Button: b, Sight: s))).ToList();
        if (buttons.Count == 0)
        {
            return;
        }

        var (button, sight) = buttons[chance.Next(2) == 0 ? chance.Next(buttons.Count) : chance.Next(buttons.Count / 2, buttons.Count)];
        var by = sight.Reader is { } reader && chance.Next(4) > 0 ? folk.Customer(World.Known.CustomerById(reader.Customer)!.Key)
            : World.Known.PersonByIdentity(platform, sight.User ?? "") is { } person ? folk.Ours(person) : folk.SomeoneOfOurs();
        await AnswerAsync($"On a card in {sight.Place.ChannelId}:", PressAsync(button, by, sight.Place, sight.Message), by, sight.Place, button.Value, sight.Message is null);
    }

    private Task SayAsync()
    {
        var by = folk.SomeCustomer();
        return SayAsync(by, folk.Channel(World.Known.CustomerById(by.Reader!.Customer)!), chance.Next(2) == 0 ? $"{town.Marks.New()}, {folk.SomeoneOfOurs().Name}?" : $"It is {town.Marks.New()}");
    }

    private async Task SayInThreadAsync()
    {
        var threads = sights.Where(s => s.Message is not null && s.Place.Kind == PlaceKind.Channel).ToArray();
        if (threads.Length == 0)
        {
            return;
        }

        var (sight, mark) = (threads[chance.Next(threads.Length)], town.Marks.New());
        var by = sight.Reader is { } reader && chance.Next(2) == 0 ? folk.Customer(World.Known.CustomerById(reader.Customer)!.Key) : folk.SomeoneOfOurs();
        string[] said = [mark, $"finding: {mark}", $"tried: {mark} → {mark}", $"promise {mark} at 15:00", "Thanks!", $"cause: {mark} → {mark}", $"estimate: {mark} in 3 hours", $"roadblock: {mark}", $"question: {mark}?"];
        await SayAsync(by, sight.Place with { ThreadId = sight.Message!.Root }, said[chance.Next(said.Length)]);
    }

    private async Task SayAsync(Townsperson by, ChatPlace place, string words)
    {
        Own(by, words, place);
        var message = new MessageRef(platform, place.ChannelId, Key(), place.ThreadId);
        var said = new ChatMessage(by.Person, place, message.MessageId, message, words, chance.Next(4) == 0, World.Now, []);
        await AnswerAsync($"{by.Name} says {words}", World.Inbox.MessageAsync(said, CancellationToken.None), by, place);
        if (chance.Next(4) == 0)
        {
            var changed = $"{words}, {town.Marks.New()}";
            Own(by, changed, place);
            await World.Inbox.NoticeAsync(new ChatNotice(by.Person, place, Key(), NoticeKind.MessageEdited, message, changed), CancellationToken.None);
        }
    }

    /// <summary>Looks at an answer, and fills in what it asks, step by step.</summary>
    /// <param name="about">What names the case: what was typed, or what the button held.</param>
    /// <param name="alone">What was pressed stood before this person only.</param>
    private async Task AnswerAsync(string what, Task<Reply> act, Townsperson by, ChatPlace place, string about = "", bool alone = false)
    {
        trail.Add(what);
        var (reply, form) = (await act, (Form?)null);
        for (var step = 0; step < 6; step++)
        {
            town.Eyes.Look(reply, by.Reader, alone ? null : town.Eyes.AtChannel(place.Platform, place.ChannelId));
            form = reply switch { FormReply asked => asked.Form, ErrorsReply => form, _ => null };
            if (reply is CardReply { Card: var card })
            {
                sights.Add(new Sight(place, null, by.Reader, by.Person.Id, card));
                if (ButtonsOf(card).ToArray() is { Length: > 0 } next && chance.Next(2) == 0)
                {
                    reply = await PressAsync(next[chance.Next(next.Length)], by, place, null);
                    alone = true;
                    continue;
                }
            }

            if (form is null || (form.Action != "escalate.submit" && chance.Next(8) == 0))
            {
                return;
            }

            World.Clock.Move(Duration.FromSeconds(chance.Next(5, 60)));
            reply = await SubmitAsync(form, by, place, about);
        }
    }

    private async Task<Reply> PressAsync(Button button, Townsperson by, ChatPlace place, MessageRef? card)
    {
        trail.Add($"{by.Name} presses {button.Action}");
        var reply = await World.Inbox.PressAsync(new ButtonPress(by.Person, place, Key(), button.Action, button.Value, card), CancellationToken.None);
        tally.Add(button.Action, reply);
        return reply;
    }

    private async Task<Reply> SubmitAsync(Form form, Townsperson by, ChatPlace place, string about)
    {
        var values = new FormFiller(chance, town.Marks).Fill(form, World.Now);
        var said = string.Join(" | ", values.All.SelectMany(v => v.Value)).ReplaceLineEndings(" ");
        var newest = cases.FirstOrDefault()?.Id;
        var mine = cases.Find(c => $"{form.State} {about} {string.Join(' ', FormFiller.ForCustomerIn(form))}" is var names && (names.Contains(c.Id, StringComparison.Ordinal) || names.Contains(c.Reference, StringComparison.Ordinal)))?.Reader;
        Own(by, said, place, mine ?? by.Reader);
        Allow(form, values, mine is not null ? [mine] : town.Marks.ReadersOf(string.Join('\n', form.Fields.OfType<FormNote>().Select(n => n.Text.ToPlain()))));
        trail.Add($"{by.Name} sends {form.Action}: {said}");
        var reply = await World.Inbox.SubmitAsync(new FormSubmission(by.Person, place, Key(), form.Action, form.State, values), CancellationToken.None);
        tally.Add(form.Action, reply);
        await LookAtCasesAsync();
        if (cases.FirstOrDefault() is { } opened && opened.Id != newest)
        {
            Own(by, said, place, opened.Reader);
            Allow(form, values, [opened.Reader]);
        }

        trail.Add($"  → {reply switch { RefusedReply r => r.Reason.ToPlain(), ErrorsReply e => e.Errors[0].ToString(), _ => reply.GetType().Name }}");
        return reply;
    }

    /// <summary>What is sent on by this submission: the words of a preview, and of the few fields that are the customer's.</summary>
    private void Allow(Form form, FormValues values, IReadOnlyList<Reader> readers)
    {
        var words = string.Join('\n', FormFiller.ForCustomerIn(form).Concat(FormFiller.ForCustomerIn(form, values)));
        foreach (var reader in readers)
        {
            town.Marks.Allow(words, reader);
        }
    }

    /// <summary>What is said in a customer's thread, all of theirs may read; what a customer types, whoever may read of the case.</summary>
    private void Own(Townsperson by, string words, ChatPlace place, Reader? about = null)
    {
        if (about is null && place.ThreadId is not null && town.Eyes.AtChannel(place.Platform, place.ChannelId) is { } channel)
        {
            town.Marks.Allow(words, channel);
        }

        if (by.Reader is { } self)
        {
            town.Marks.Allow(words, about ?? self with { User = "" });
            town.Marks.Allow(words, self);
        }
    }

    private async Task LookAtCasesAsync()
    {
        var before = cases;
        cases = await town.CasesAsync();
        foreach (var opened in before.Where(b => b.Reader.User.Length > 0 && cases.Exists(c => c.Id == b.Id && c.Reader.User.Length == 0)))
        {
            town.Marks.Open(opened.Reader);
        }
    }

    private async Task DeliverAsync() => sights.AddRange(await town.DeliverAsync());

    private static IEnumerable<Button> ButtonsOf(Card card) => card.Elements.OfType<ButtonRow>().SelectMany(r => r.Buttons)
        .Concat(card.Elements.OfType<CardRow>().Select(r => r.Button).OfType<Button>())
        .Where(b => b.Effect != ButtonEffect.OpensLink && b.Action != "link.open");

    private string Key() => $"{seed}:{++keys}";
}
