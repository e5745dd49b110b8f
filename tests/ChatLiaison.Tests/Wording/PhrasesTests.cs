using ChatLiaison.Playbook;
using ChatLiaison.Wording;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Wording;

public sealed class PhrasesTests
{
    private static readonly Dictionary<string, string> Known = new() { ["name"] = "Ada", ["case"] = "ACME-1" };

    [Theory]
    [InlineData("Hello {name}, {summary} Bye.", "it runs.", "Hello Ada, it runs. Bye.")]
    [InlineData("Hello {name}.", "It runs.", "Hello Ada.\n\nIt runs.")]
    [InlineData("Hello {name}.", "", "Hello Ada.")]
    [InlineData("By {first_response}, {name}.", "", "By {first_response}, Ada.")]
    public void What_is_typed_goes_where_there_is_room_or_after_it(string text, string typed, string words) =>
        Phrases.Fill(new Script("x", "X", text), Known, typed).ShouldBe(words);

    [Theory]
    [InlineData("It is {summary} again.", "{summary}")]
    [InlineData("Until {until}.", "{until}")]
    [InlineData("We send { \"name\": 1 } and {id}.", null)]
    [InlineData("Nothing.", null)]
    public void A_slot_that_is_left_open_is_refused(string words, string? open)
    {
        var refusal = ScriptSlots.Refusal(words);

        (refusal is not null).ShouldBe(open is not null);
        (refusal ?? "").ShouldStartWith(open ?? "");
    }
}
