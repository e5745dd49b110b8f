using ChatLiaison.Playground;
using ChatLiaison.TestKit;
using ChatLiaison.TestKit.Chat;
using Shouldly;

namespace ChatLiaison.Acceptance.Tests;

/// <summary>What the scenarios have in common: a desk of their own, the usual first steps, and what must hold after each of them.</summary>
public abstract class Story : IAsyncDisposable
{
    /// <summary>Stands in words that are for our own people only; no customer's payload may ever hold it.</summary>
    protected const string Inside = "zq-inside";

    private static readonly Room[] CustomersRooms = [Room.Acme, Room.Globex];

    private TestLiaison? _desk;

    protected static SamplePerson Ada => SamplePeople.Ada;
    protected static SamplePerson Omar => SamplePeople.Omar;
    protected static SamplePerson Dana => SamplePeople.Dana;
    protected static SamplePerson Lee => SamplePeople.Lee;
    protected static SamplePerson Priya => SamplePeople.Priya;
    protected static SamplePerson Grace => SamplePeople.Grace;
    protected static SamplePerson Sam => SamplePeople.Sam;

    protected TestLiaison Desk => _desk ?? throw new InvalidOperationException("Open the desk first.");

    protected IChatApp App => Desk.App;

    /// <summary>Errors in the server's log that this scenario provokes.</summary>
    protected bool MayLogErrors { get; set; }

    /// <summary>Messages that this scenario makes undeliverable.</summary>
    protected bool MayBuryMessages { get; set; }

    protected async Task OpenDeskAsync(string platform, DateTimeOffset? at = null, string? playbook = null) =>
        _desk = await TestLiaison.StartAsync(platform, at, playbook);

    protected void Use(TestLiaison desk) => _desk = desk;

    /// <summary>One of ours takes down a problem in the customer's channel; gives the card in triage.</summary>
    protected async Task<Note> TakeDownAsync(
        string issue = "The export hangs", string impact = "Some people or one part", string urgency = "Today", Room? room = null, SamplePerson? by = null)
    {
        var dialog = await App.EscalateAsync(by ?? Dana, room ?? Room.Acme, issue);
        var sent = await dialog.SubmitAsync(("How much does it affect?", impact), ("How soon does it hurt?", urgency));
        sent.Taken.ShouldBeTrue(sent.Said);
        return await Desk.ShowsAsync(Room.Triage, issue);
    }

    /// <summary>A case is taken down, and Dana has it.</summary>
    protected async Task TakenAsync(Room? room = null)
    {
        await App.PressAsync(Dana, await TakeDownAsync(room: room), "Take");
        await Desk.SettleAsync();
    }

    protected async Task OpenTakenAsync(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync();
    }

    protected Task<Note> TakeDownCriticalAsync(string issue = "Everything is down") =>
        TakeDownAsync(issue, "Everything or everyone stands still", "Now");

    /// <summary>A command that asks in a form: it opens at once where the platform can, else by the button of the answer.</summary>
    protected async Task<Dialog> FormAsync(SamplePerson who, Room room, string words, string button)
    {
        await App.CommandAsync(who, room, words);
        return App.Key == "slack" ? new Dialog(App, who) : await App.OpenAsync(who, await Desk.SeesAsync(who, "button opens the form", n => n.Buttons.Contains(button)), button);
    }

    /// <summary>All of these words stand in the open form or what was said of it.</summary>
    protected void Seen(Dialog dialog, params string[] words)
    {
        var shown = Shown(dialog);
        foreach (var word in words)
        {
            shown.ShouldContain(n => n.Says(word), $"{word} in {string.Join("\n---\n", shown.Select(n => n.Words))}");
        }
    }

    protected void NotSeen(Dialog dialog, string word) => Shown(dialog).ShouldNotContain(n => n.Says(word));

    /// <summary>Writes an update, looks at its preview and sends it.</summary>
    protected async Task UpdateAsync(SamplePerson by, string words, params (string Label, string Value)[] more)
    {
        var update = await App.OpenAsync(by, Triage(), "Update customer");
        await PreviewAsync(update, [("What should the customer know?", words), .. more]);
        await SendAsync(update);
    }

    protected async Task PreviewAsync(Dialog update, params (string Label, string Value)[] values)
    {
        var shown = await update.SubmitAsync(values);
        App.SeenBy(update.Who).ShouldContain(n => n.Place == "dialog" && n.Says("The customer will read"), shown.Said);
    }

    /// <summary>Confirms the preview that is shown.</summary>
    protected static async Task SendAsync(Dialog update)
    {
        var sent = await update.SubmitAsync();
        sent.Taken.ShouldBeTrue(sent.Said);
    }

    /// <summary>One of ours resolves a case: fills in the form, sees what the customer will read, and sends it; gives the resolution in the customer's thread.</summary>
    protected async Task<Note> ResolveAsync(
        string done = "We restarted the export.", string why = "A job had stalled.", string reference = "ACME-1", SamplePerson? by = null, Room? room = null, params (string Label, string Value)[] more)
    {
        var resolve = await App.OpenAsync(by ?? Dana, Triage(reference), "Resolve");
        var shown = await resolve.SubmitAsync(
            [("What was done? The customer reads this.", done), ("Why did it happen? The customer reads this.", why), ("The reason, for our own count", "Defect in the product"), .. more]);
        shown.Sent.ShouldBeTrue(shown.Said);
        await Desk.SeesAsync(by ?? Dana, "The customer will read exactly this:");
        App.In(room ?? Room.Acme).ShouldNotContain(n => n.Says(done), "it is seen before it is sent");
        var sent = await resolve.SubmitAsync();
        sent.Taken.ShouldBeTrue(sent.Said);
        return await Desk.ShowsAsync(room ?? Room.Acme, done, n => n.Root is not null && n.Says("is resolved"));
    }

    /// <summary>One of ours asks something, sees how the customer will read it, and waits; gives the question in the customer's thread.</summary>
    protected async Task<Note> WaitAsync(string question, params (string Label, string Value)[] more)
    {
        var wait = await App.OpenAsync(Dana, Triage(), "Wait");
        (await wait.SubmitAsync([("What do you need to know? The customer reads this.", question), .. more])).Sent.ShouldBeTrue();
        await Desk.SeesAsync(Dana, "The customer will read exactly this:");
        App.In(Room.Acme).ShouldNotContain(n => n.Says(question), "it is seen before it is sent");
        var sent = await wait.SubmitAsync();
        sent.Taken.ShouldBeTrue(sent.Said);
        return await Desk.ShowsAsync(Room.Acme, question);
    }

    /// <summary>One of ours asks the customer whether all is well; gives what the customer sees of it.</summary>
    protected async Task<Note> FollowUpAsync(string reference = "ACME-1", SamplePerson? by = null)
    {
        await Desk.SettleAsync();
        var followUp = await App.OpenAsync(by ?? Dana, Triage(reference), "Follow up");
        (await followUp.SubmitAsync()).Sent.ShouldBeTrue();
        await Desk.SeesAsync(by ?? Dana, "The customer will read exactly this:");
        App.In(Room.Acme).ShouldNotContain(n => n.Says("is everything still working"), "it is seen before it is sent");
        var sent = await followUp.SubmitAsync();
        sent.Taken.ShouldBeTrue(sent.Said);
        return await Desk.ShowsAsync(Room.Acme, "is everything still working", n => n.Root is not null);
    }

    /// <summary>The case's card in triage as it stands now.</summary>
    protected Note Triage(string reference = "ACME-1") => App.In(Room.Triage).Last(n => n.Root is null && n.ByBot && n.Says($"{reference} · "));

    /// <summary>The case's card in the customer's channel as it stands now.</summary>
    protected Note Card(string reference = "ACME-1", Room? room = null) => App.In(room ?? Room.Acme).Last(n => n.Root is null && n.ByBot && n.Says(reference));

    protected Task<IReadOnlyList<string>> CasesAsync() => Desk.Records.ListAsync("select reference || ' ' || status || ' ' || priority from cases order by reference");

    protected Task<IReadOnlyList<string>> PromisesAsync(string state) =>
        Desk.Records.ListAsync("select kind from promises where state = $1 order by kind", state);

    public async ValueTask DisposeAsync()
    {
        if (_desk is { } desk)
        {
            await using (desk)
            {
                await desk.SettleAsync();
                await HoldsAsync(desk);
            }
        }

        GC.SuppressFinalize(this);
    }

    private async Task HoldsAsync(TestLiaison desk)
    {
        SamplePerson[] customers = [Ada, Omar];
        foreach (var app in new[] { desk.App, desk.Beside }.OfType<IChatApp>())
        {
            customers.SelectMany(app.SeenBy).Concat(CustomersRooms.SelectMany(app.In))
                .Where(n => n.Raw.Contains(Inside, StringComparison.Ordinal)).ShouldBeEmpty("our own words reached a customer");
            app.Faults().ShouldBeEmpty("a call that the platform would have refused");
        }

        if (!MayLogErrors)
        {
            desk.Errors.ShouldBeEmpty();
        }

        if (!MayBuryMessages)
        {
            (await desk.Records.DeadAsync()).ShouldBeEmpty();
        }
    }

    private List<Note> Shown(Dialog dialog) => [.. App.SeenBy(dialog.Who).Where(n => n.Place is "dialog" or "notice")];
}
