using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using ChatLiaison.Playground.Slack;
using ChatLiaison.Playground.Tests.Slack.Support;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Slack;

public sealed class SocketModeTests : SlackTest
{
    private protected override SlackStandInOptions Configure(SlackStandInOptions options) =>
        options with { AnswerWithin = TimeSpan.FromSeconds(2) };

    private async Task<(ClientWebSocket Socket, string Url)> ConnectAsync()
    {
        Slack.UseSocketMode = true;
        var url = (string)(await CallAsync("apps.connections.open", token: Slack.AppToken))["url"]!;
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(url), CancellationToken.None);
        ((string?)(await ReadAsync(socket))!["type"]).ShouldBe("hello");
        return (socket, url);
    }

    private static async Task<JsonNode?> ReadAsync(ClientWebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), limit.Token);
            length += part.Count;
            if (part.MessageType == WebSocketMessageType.Close || part.EndOfMessage)
            {
                return length == 0 ? null : JsonNode.Parse(buffer.AsSpan(0, length));
            }
        }
    }

    private static Task SendAsync(ClientWebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    [Fact]
    public async Task An_envelope_is_answered_by_its_acknowledgement()
    {
        using var socket = (await ConnectAsync()).Socket;
        var running = Client.RunCommandAsync(Dana, Triage, "/case", "ACME-1");
        var envelope = (await ReadAsync(socket))!;
        ((string?)envelope["type"]).ShouldBe("slash_commands");
        ((bool?)envelope["accepts_response_payload"]).ShouldBe(true);
        ((string?)envelope["payload"]!["text"]).ShouldBe("ACME-1");
        await SendAsync(socket, $$$"""{"envelope_id":"{{{(string?)envelope["envelope_id"]}}}","payload":{"text":"On it"} }""");
        (await running).Message.ShouldNotBeNull().Text.ShouldBe("On it");
        App.Got.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_event_without_acknowledgement_is_sent_again()
    {
        using var socket = (await ConnectAsync()).Socket;
        var posting = Client.PostAsync(Dana, Triage, "Hello");
        var first = (await ReadAsync(socket))!;
        ((string?)first["type"]).ShouldBe("events_api");
        ((int?)first["retry_attempt"]).ShouldBe(0);
        var again = (await ReadAsync(socket))!;
        ((int?)again["retry_attempt"]).ShouldBe(1);
        ((string?)again["payload"]!["event_id"]).ShouldBe((string?)first["payload"]!["event_id"]);
        await SendAsync(socket, $$"""{"envelope_id":"{{(string?)again["envelope_id"]}}"}""");
        (await (await posting).Deliveries.Single().Completion.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_ticket_is_good_once_and_a_disconnect_ends_the_connection()
    {
        var (socket, url) = await ConnectAsync();
        using var first = socket;
        using var second = new ClientWebSocket();
        await Should.ThrowAsync<WebSocketException>(() => second.ConnectAsync(new Uri(url), CancellationToken.None));
        Slack.SocketCount.ShouldBe(1);
        await Slack.DisconnectSocketsAsync();
        var frame = (await ReadAsync(first))!;
        ((string?)frame["type"]).ShouldBe("disconnect");
        ((string?)frame["reason"]).ShouldBe("refresh_requested");
        (await ReadAsync(first)).ShouldBeNull();
        (await Client.RunCommandAsync(Dana, Triage, "/case")).Failure.ShouldBe("dispatch_failed");
    }
}
