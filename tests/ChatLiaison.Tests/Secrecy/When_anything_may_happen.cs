using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using ChatLiaison.Storage;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Secrecy;

/// <summary>
/// Every text that is typed carries a mark. Whatever happens, a customer reads only the marks of their own people, of what was taken down from
/// them, and of what one of ours was shown as "the customer will read exactly this" and sent.
/// </summary>
public sealed class When_anything_may_happen
{
    private const int Stories = 1000;

    private static readonly string[] Reached =
    [
        "away.confirm", "bounce.submit", "call.first", "cause.submit", "climb.submit", "close.submit", "followup.submit", "log.submit", "meeting.submit", "message.submit",
        "minutes.submit", "path.submit", "plan.submit", "promise.submit", "question.submit", "resolve.submit", "restrict.submit", "scenario.submit", "supply.submit", "tell.submit", "update.submit",
        "verify.recorded", "verify.works", "wait.submit", "withdraw.submit",
    ];

    [Fact]
    public async Task Nothing_internal_reaches_a_customer()
    {
        var tally = new Tally();
        var told = await Task.WhenAll(Enumerable.Range(0, 2).Select(half => Task.Run(() => TellAsync(tally, half * Stories, Stories / 2, also: null))));

        told.Sum().ShouldBeGreaterThan(Stories * 4);
        Reached.Except(tally.Taken.Keys).ShouldBeEmpty($"the stories get nowhere any more: {string.Join(", ", tally.Taken)}");
    }

    /// <summary>The walk itself is put to the test: whoever lets something slip is caught.</summary>
    [Theory]
    [InlineData("a note, word for word")]
    [InlineData("a card for our own people")]
    [InlineData("a card for our own people, queued as one for customers")]
    [InlineData("the mood")]
    [InlineData("another customer's case")]
    public async Task A_leak_is_noticed(string what) =>
        await Should.ThrowAsync<LeakException>(() => TellAsync(new Tally(), 0, 200, new Leak(what)));

    private static async Task<int> TellAsync(Tally tally, int first, int count, ICaseReactor? also)
    {
        await using var world = await DeskWorld.CreateAsync(also: also);
        var town = await Town.FoundAsync(world);
        for (var seed = first; seed < first + count; seed++)
        {
            var story = new RandomStory(town, seed, tally);
            try
            {
                await story.TellAsync(acts: 6);
            }
            catch (Exception e)
            {
                throw new LeakException($"{e.Message}\n{story}", e);
            }
        }

        return town.Eyes.Payloads;
    }

    /// <summary>A part of the desk that somebody got wrong.</summary>
    private sealed class Leak(string what) : ICaseReactor
    {
        public ValueTask ReactAsync(CaseChange change, UnitOfWork work, CancellationToken cancellationToken)
        {
            var c = change.After;
            if (c.ChannelId.Length > 0 && LetterOf(change) is { } letter)
            {
                new OutboxStore(new OutboxSignal()).Post(work, letter with { CaseId = c.Id });
            }

            return ValueTask.CompletedTask;
        }

        private Letter? LetterOf(CaseChange change)
        {
            var there = new ToChannel(change.After.Platform, change.After.ChannelId);
            Letter Said(string words) => Letter.ForCustomer(there, CustomerCard.Plain(CustomerText.Said(words)));
            return what switch
            {
                "a note, word for word" => change.Events.FirstOrDefault(e => e is { Kind: CaseEventKind.Noted, ForCustomer: false }) is { } note ? Said(note.Text) : null,
                "a card for our own people" => Letter.ForStaff(there, StaffCard.Plain("Look at this")),
                "a card for our own people, queued as one for customers" => Letter.LiveForCustomer(there, "triage", change.After.Id.ToString()),
                "the mood" => Said(change.After.Sentiment),
                _ => change.After.Reference.StartsWith("GLOBEX", StringComparison.Ordinal) ? null : Said("As at Globex Corporation last week"),
            };
        }
    }
}
