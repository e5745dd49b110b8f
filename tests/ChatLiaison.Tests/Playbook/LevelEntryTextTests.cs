using ChatLiaison.Playbook;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Playbook;

public sealed class LevelEntryTextTests
{
    [Theory]
    [InlineData("1h investigating", null, 60, "")]
    [InlineData("4h", 240, null, "")]
    [InlineData("24h or cancel-threat or legal", 1440, null, "cancel-threat legal")]
    [InlineData("event technical-bug or blocked-workflow", null, null, "technical-bug blocked-workflow")]
    [InlineData("4h or 1h investigating or event security", 240, 60, "security")]
    [InlineData("never", null, null, "")]
    public void Reads_what_a_team_writes(string text, int? age, int? investigating, string events)
    {
        LevelEntryText.TryParse(text, out var entry, out _).ShouldBeTrue();

        entry!.Age?.TotalMinutes.ShouldBe(age!.Value);
        entry.Age.HasValue.ShouldBe(age.HasValue);
        entry.Investigating?.TotalMinutes.ShouldBe(investigating!.Value);
        entry.Investigating.HasValue.ShouldBe(investigating.HasValue);
        string.Join(' ', entry.Events).ShouldBe(events);
        LevelEntryText.TryParse(LevelEntryText.Format(entry), out var again, out _).ShouldBeTrue();
        LevelEntryText.Format(again!).ShouldBe(LevelEntryText.Format(entry));
    }

    [Theory]
    [InlineData("")]
    [InlineData("at once")]
    [InlineData("never or 4h")]
    [InlineData("4h or")]
    [InlineData("event 4h")]
    [InlineData("1h investigating or 2h investigating")]
    public void Refuses_what_it_does_not_know(string text)
    {
        LevelEntryText.TryParse(text, out var entry, out var error).ShouldBeFalse();
        entry.ShouldBeNull();
        error!.ShouldEndWith("instead.");
    }
}
