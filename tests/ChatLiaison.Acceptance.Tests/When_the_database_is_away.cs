using ChatLiaison.TestKit;
using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_the_database_is_away : Story
{
    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_form_says_so_plainly_and_keeps_what_was_typed(string platform)
    {
        MayLogErrors = true;
        await using var database = await PrivatePostgres.CreateAsync();
        await TestServer.PrepareAsync(database.ConnectionString);
        var desk = await TestLiaison.StartAsync(platform, connectionString: database.ConnectionString);
        try
        {
            var dialog = await desk.App.EscalateAsync(Dana, Room.Acme, "The export hangs");
            await database.StopAsync();
            var sent = await dialog.SubmitAsync(("How much does it affect?", "Some people or one part"), ("How soon does it hurt?", "Today"));
            sent.Taken.ShouldBeFalse();
            sent.Said.ShouldContain("othing was saved");
            dialog.Typed("What is happening?").ShouldBe("The export hangs");
            dialog.Typed("How soon does it hurt?").ShouldBe("Today");

            await database.StartAsync();
            (await dialog.SubmitAsync()).Taken.ShouldBeTrue();
            await desk.ShowsAsync(Room.Triage, "ACME-1");
            (await desk.Records.ListAsync("select reference from cases")).Count.ShouldBe(1);
        }
        finally
        {
            await desk.DisposeAsync();
        }
    }
}
