using ChatLiaison.TestKit;
using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_other_systems_tell_us : Story
{
    private const string Change = """{ "id": "d-7", "at": "2026-11-23T08:00:00Z", "kind": "deployment", "title": "exporter 4.2.1", "customers": ["acme"] }""";

    [Fact]
    public async Task What_is_signed_is_taken_once()
    {
        using var tool = await OpenAsync();
        (await tool.TellAsync("changes", Change)).ShouldBe((200, "Stored."));
        (await tool.TellAsync("changes", Change)).ShouldBe((200, "Known already; nothing was changed."));
        var both = await Task.WhenAll(tool.TellAsync("changes", Change.Replace("d-7", "d-8", StringComparison.Ordinal)), tool.TellAsync("changes", Change.Replace("d-7", "d-8", StringComparison.Ordinal)));
        both.Select(b => b.Said).Order().ShouldBe(["Known already; nothing was changed.", "Stored."]);
        (await Desk.Records.ListAsync("select event_id || ' ' || array_to_string(customers, ',') from changes order by event_id")).ShouldBe(["d-7 ACME", "d-8 ACME"]);
    }

    [Fact]
    public async Task What_is_not_signed_by_us_is_refused_in_a_sentence()
    {
        using var tool = await OpenAsync();
        var wrong = await tool.TellAsync("changes", Change, "another secret altogether");
        wrong.Status.ShouldBe(401);
        wrong.Said.ShouldStartWith("X-ChatLiaison-Signature does not match: send sha256= and the hex of HMAC-SHA256");
        (await tool.TellAsync("changes", Change, late: TimeSpan.FromMinutes(6))).ShouldBe(
            (401, "X-ChatLiaison-Timestamp is more than five minutes off: sign each event when you send it, and set the clock."));
        (await tool.TellAsync("tickets", Change, late: TimeSpan.FromMinutes(-6))).Status.ShouldBe(401);
        (await tool.TellAsync("tickets", Change, secret: null)).ShouldBe((401, "X-ChatLiaison-Timestamp is missing or no number: send the time in Unix seconds."));
        (await Desk.Records.ListAsync("select event_id from changes")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("changes", "nothing", "The body is no JSON object: send { \"id\": …, \"at\": …, … }.")]
    [InlineData("changes", """{ "id": "1", "at": "2026-11-23T08:00:00Z", "kind": "deploy", "title": "x" }""", "'kind' is \"deploy\": write deployment, change, incident or alert.")]
    [InlineData("changes", """{ "id": "1", "at": "yesterday", "kind": "change", "title": "x" }""", "'at' is not a time: write it like 2026-11-23T02:10:00Z.")]
    [InlineData("changes", """{ "id": "1", "at": "2027-11-23T08:00:00Z", "kind": "change", "title": "x" }""", "'at' lies ahead: send an event once it has taken place.")]
    [InlineData("changes", """{ "id": 1, "at": "2026-11-23T08:00:00Z", "kind": "change", "title": "x" }""", "'id' is no text: write it in quotes.")]
    [InlineData("changes", """{ "id": "1", "at": "2026-11-23T08:00:00Z", "kind": "change", "title": "x", "customers": ["NOBODY"] }""", "There is no customer 'NOBODY': write a customer's key, or leave 'customers' out.")]
    [InlineData("changes", """{ "id": "1", "at": "2026-11-23T08:00:00Z", "kind": "change", "title": "x", "colour": "red" }""", "There is no 'colour': write id, at, kind, title, service, environment, customers, by, url.")]
    [InlineData("tickets", """{ "id": "1", "at": "2026-11-23T08:00:00Z", "url": "BUG-12", "status": "Done" }""", "'url' is not a web address: write it whole, such as https://tracker.example.com/BUG-12.")]
    [InlineData("tickets", """{ "id": "1", "at": "2026-11-23T08:00:00Z" }""", "'url' is missing: write the ticket's address, as it is linked to the case.\n'status' is missing: write how the ticket stands, such as In review.")]
    public async Task Each_mistake_gets_a_sentence(string hook, string json, string said)
    {
        using var tool = await OpenAsync();
        (await tool.TellAsync(hook, json)).ShouldBe((400, said));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_address_of_a_ticket_leads_back_to_its_cases(string platform)
    {
        await OpenDeskAsync(platform);
        await TakeDownAsync();
        await App.CommandAsync(Dana, Room.Triage, "liaison ticket ACME-1 https://tracker.example.com/BUG-12");
        await Desk.SeesAsync(Dana, "Linked to ACME-1.");
        await App.CommandAsync(Lee, Room.Triage, "liaison ticket https://TRACKER.example.com/BUG-12");
        await Desk.SeesAsync(Lee, "Cases that it is linked to", n => n.Says("The export hangs") && n.Buttons.Contains("Show"));
        await App.CommandAsync(Lee, Room.Triage, "liaison ticket https://tracker.example.com/BUG-13");
        await Desk.SeesAsync(Lee, "No case that you may see is linked to it.");
    }

    [Fact]
    public async Task Old_news_of_a_ticket_changes_nothing()
    {
        using var tool = await OpenAsync();
        await TakeDownAsync();
        await App.CommandAsync(Dana, Room.Triage, "liaison ticket ACME-1 https://tracker.example.com/BUG-12");
        await Desk.SettleAsync();
        const string Ticket = """{ "id": "t-ID", "at": "2026-11-23T08:ID:00Z", "url": "https://TRACKER.example.com/BUG-12", "title": "Export bug", "status": "Done" }""";
        string News(int id) => Ticket.Replace("ID", id.ToString("00", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        (await tool.TellAsync("tickets", News(10))).Said.ShouldBe("Stored. One case shows it.");
        (await tool.TellAsync("tickets", News(10))).Said.ShouldBe("Known already; nothing was changed.");
        (await tool.TellAsync("tickets", News(20))).Said.ShouldBe("Stored.");
        (await tool.TellAsync("tickets", News(5).Replace("Done", "Open", StringComparison.Ordinal))).Said.ShouldBe("Stored.");
        (await Desk.Records.ListAsync("select status from tickets")).ShouldBe(["Done"]);
        (await Desk.Records.ListAsync("select text from timeline where actor = 'The tracker'")).ShouldBe(["Export bug: Done."]);
    }

    [Fact]
    public async Task A_body_without_end_and_a_server_without_a_secret_say_so()
    {
        using var tool = await OpenAsync();
        (await tool.TellAsync("changes", new string('x', 70_000))).ShouldBe((413, "The body is longer than 64 KB: send one event at a time."));
        await using var deaf = await TestServer.StartAsync(Desk.Settings with { HooksSecret = null }, Desk.ConnectionString, Desk.Clock);
        using var other = new OtherSystem(deaf.Address, Desk.Clock);
        (await other.TellAsync("changes", Change)).ShouldBe((404, "This server takes no events: set Hooks:Secret to let other systems send them."));
    }

    private async Task<OtherSystem> OpenAsync()
    {
        await OpenDeskAsync("slack");
        return new OtherSystem(Desk.Server.Address, Desk.Clock);
    }
}
