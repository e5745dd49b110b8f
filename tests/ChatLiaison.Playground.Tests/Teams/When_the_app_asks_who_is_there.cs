using System.Net;
using System.Text.Json;
using ChatLiaison.Playground.Teams;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Teams;

public class When_the_app_asks_who_is_there
{
    private static readonly string Acme = $"/v3/conversations/{Uri.EscapeDataString(TeamsTrial.Acme)}";
    private static readonly string Team = $"/v3/teams/{Uri.EscapeDataString(TeamsWorld.SampleTeamId)}";

    [Fact]
    public async Task Members_come_whole_and_a_guest_is_marked()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var (_, members) = await trial.CallAsync(HttpMethod.Get, $"{Acme}/members");
        members.GetArrayLength().ShouldBe(SamplePeople.Staff.Count + 1);
        var ada = members.EnumerateArray().Single(member => member.GetProperty("name").GetString() == "Ada Byrne");
        ada.GetProperty("objectId").GetString().ShouldBe(SamplePeople.Ada.AadObjectId);
        ada.GetProperty("userRole").GetString().ShouldBe("guest");
        ada.GetProperty("tenantId").GetString().ShouldNotBe(trial.Teams.TenantId);
        ada.GetProperty("email").GetString().ShouldBe("ada@acme.example");
    }

    [Fact]
    public async Task Pages_follow_each_other_by_token()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var ids = new List<string?>();
        var token = "";
        var pages = 0;
        do
        {
            var (_, page) = await trial.CallAsync(HttpMethod.Get, $"{Acme}/pagedmembers?pageSize=4&continuationToken={token}");
            ids.AddRange(page.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("aadObjectId").GetString()));
            token = page.TryGetProperty("continuationToken", out var next) ? next.GetString() : "";
            pages++;
        }
        while (!string.IsNullOrEmpty(token));

        pages.ShouldBe(3);
        ids.Distinct().Count().ShouldBe(SamplePeople.Staff.Count + 1);
        (await trial.CallAsync(HttpMethod.Get, $"{Acme}/pagedmembers?continuationToken=x")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task One_member_is_found_by_either_key()
    {
        await using var trial = await TeamsTrial.StartAsync();
        foreach (var key in new[] { trial.DanaUser.Mri, trial.DanaUser.AadObjectId })
        {
            var (_, member) = await trial.CallAsync(HttpMethod.Get, $"{Acme}/members/{Uri.EscapeDataString(key)}");
            member.GetProperty("name").GetString().ShouldBe("Dana Park");
        }

        (await trial.CallAsync(HttpMethod.Get, $"{Acme}/members/29%3Aomar")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_team_lists_its_channels_and_general_has_no_name()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var (_, team) = await trial.CallAsync(HttpMethod.Get, Team);
        team.GetProperty("name").GetString().ShouldBe("Support");
        team.GetProperty("channelCount").GetInt32().ShouldBe(8);
        var (_, body) = await trial.CallAsync(HttpMethod.Get, $"{Team}/conversations");
        var channels = body.GetProperty("conversations").EnumerateArray()
            .ToDictionary(channel => channel.GetProperty("id").GetString()!, channel => channel.GetProperty("name").GetString());
        channels["19:general@thread.tacv2"].ShouldBeNull();
        channels["19:last-resort@thread.tacv2"].ShouldBe("last-resort");
        (await trial.CallAsync(HttpMethod.Get, "/v3/teams/19%3Anone")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_attachment_is_uploaded()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var good = JsonSerializer.SerializeToNode(new { type = "text/plain", name = "a.txt", originalBase64 = "aGk=" });
        (await trial.CallAsync(HttpMethod.Post, $"{Acme}/attachments", good)).Status.ShouldBe(HttpStatusCode.Created);
        var bad = JsonSerializer.SerializeToNode(new { type = "text/plain", name = "a.txt" });
        (await trial.CallAsync(HttpMethod.Post, $"{Acme}/attachments", bad)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }
}
