using System.Reflection;
using System.Text;
using System.Text.Json;
using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using ChatLiaison.Slack;
using ChatLiaison.Storage;
using ChatLiaison.Teams;
using Npgsql;

namespace ChatLiaison.Tests.Updates;

/// <summary>A message as an act queues it, before any database has seen it.</summary>
internal sealed record OutboxRow(Destination To, Audience Audience, Card? Card, string? Live);

/// <summary>Reads what a unit of work would write, and draws it as both platforms send it.</summary>
internal static class OutboxRows
{
    private static readonly FieldInfo Batch = typeof(UnitOfWork).GetField("batch", BindingFlags.NonPublic | BindingFlags.Instance)!;

    public static IEnumerable<OutboxRow> In(UnitOfWork work)
    {
        if (Batch.GetValue(work) is not NpgsqlBatch batch)
        {
            yield break;
        }

        foreach (NpgsqlBatchCommand command in batch.BatchCommands)
        {
            if (command.CommandText.StartsWith("insert into outbox", StringComparison.Ordinal))
            {
                var names = command.CommandText[(command.CommandText.IndexOf('(', StringComparison.Ordinal) + 1)..command.CommandText.IndexOf(')', StringComparison.Ordinal)].Split(',', StringSplitOptions.TrimEntries);

                // The kind is written into the statement, so that what stands behind it is one place further to the front.
                string? Value(string name) => command.Parameters[Array.IndexOf([.. names.Where(n => n != "kind")], name)].Value as string;

                yield return new OutboxRow(
                    JsonSerializer.Deserialize(Value("destination")!, ChatJsonContext.Default.Destination)!,
                    Enum.Parse<Audience>(Value("audience")!),
                    names.Contains("card") && Value("card") is { } card ? ChatJson.ReadCard(card) : null,
                    Value("live"));
            }
        }
    }

    /// <summary>The payloads of both platforms, as text.</summary>
    public static IEnumerable<string> Payloads(Card card)
    {
        yield return Encoding.UTF8.GetString(JsonBuffer.Of(card, static (writer, drawn) =>
        {
            writer.WriteStartObject();
            SlackCardRenderer.WriteMessage(writer, drawn);
            writer.WriteEndObject();
        }));
        yield return Encoding.UTF8.GetString(TeamsCardRenderer.Render(card).Span);
    }
}
