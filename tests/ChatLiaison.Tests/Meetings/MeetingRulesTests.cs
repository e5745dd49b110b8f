using ChatLiaison.Chat;
using ChatLiaison.Handover;
using ChatLiaison.Meetings;
using NodaTime;
using NodaTime.Text;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Meetings;

public sealed class MeetingRulesTests
{
    private static readonly Instant Now = DeskWorld.Noon;

    [Theory]
    [InlineData(MeetingState.Scheduled, false, "Its minutes are not written yet.")]
    [InlineData(MeetingState.Held, false, "The customer does not know yet what came out of it.")]
    [InlineData(MeetingState.Held, true, null)]
    [InlineData(MeetingState.Done, true, "It is over already.")]
    internal void It_is_ticked_off_only_when_the_customer_knows(MeetingState state, bool told, string? refusal)
    {
        var said = MeetingRules.TickOff(In(state) with { ToldAt = told ? Now : null })?.ToPlain();
        if (refusal is null)
        {
            said.ShouldBeNull();
        }
        else
        {
            said.ShouldNotBeNull().ShouldStartWith(refusal);
        }
    }

    [Fact]
    public void Only_what_has_not_taken_place_is_called_off()
    {
        MeetingRules.CallOff(In(MeetingState.Scheduled)).ShouldBeNull();
        MeetingRules.CallOff(In(MeetingState.Held)).ShouldNotBeNull();
    }

    [Fact]
    public void Each_item_needs_its_words_and_a_time_ahead()
    {
        var (items, wrong) = MinutesForm.Read(
            Values(("item1", "Send the plan"), ("due1", At(2)), ("item2", "Call them"), ("due2", At(-1)), ("due3", At(3)), ("again", At(24))), Now);
        items.ShouldHaveSingleItem().ShouldBe(new ItemFilled("Send the plan", null, Now + Duration.FromHours(2)));
        wrong.Select(w => w.FieldId).ShouldBe(["due2", "item3"]);
        MinutesForm.Read(Values(("item1", "Send it"), ("again", At(-24))), Now).Wrong.Select(w => w.FieldId).ShouldBe(["due1", "again"]);
    }

    [Theory]
    [InlineData(MeetingKind.Customer, MeetingState.Scheduled, true)]
    [InlineData(MeetingKind.Session, MeetingState.Scheduled, true)]
    [InlineData(MeetingKind.Briefing, MeetingState.Scheduled, false)]
    [InlineData(MeetingKind.Customer, MeetingState.Held, false)]
    internal void The_customer_may_be_given_the_document_in_an_invitation_only(MeetingKind kind, MeetingState state, bool may)
    {
        var m = In(state) with { Kind = kind, Document = "https://docs.example.com/plan" };
        var ticked = Values(("document_named", "yes"));
        MeetingDocument.Offer(m).Any().ShouldBe(may);
        MeetingDocument.With("Come.", ticked, m).Contains(m.Document, StringComparison.Ordinal).ShouldBe(may);
        MeetingDocument.With("Come.", FormValues.None, m).ShouldBe("Come.");
        (MeetingDocument.Wrong(ticked, m) is null).ShouldBe(may);
        MeetingDocument.Offer(m with { Document = "" }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("docs.example.com/plan")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    public void A_document_is_a_whole_web_address_or_nothing(string typed)
    {
        MinutesForm.Read(Values(("document", typed), ("again", At(24))), Now).Wrong.ShouldHaveSingleItem().FieldId.ShouldBe("document");
        MinutesForm.Read(Values(("again", At(24))), Now).Wrong.ShouldBeEmpty();
        LinkField.Given(Values(("document", "https://docs.example.com/plan")), "document").ShouldBe("https://docs.example.com/plan");
    }

    private static string At(int hours) => InstantPattern.ExtendedIso.Format(Now + Duration.FromHours(hours));

    private static FormValues Values(params (string Id, string Value)[] values) =>
        new(values.ToDictionary(v => v.Id, v => (IReadOnlyList<string>)[v.Value], StringComparer.Ordinal));

    private static Meeting In(MeetingState state) => new()
    {
        Id = Guid.NewGuid(), CaseId = Guid.NewGuid(), CustomerId = 1, Kind = MeetingKind.Briefing, At = Now, ScheduledBy = "Dana Park", HoldPromise = Guid.NewGuid(), State = state,
    };
}
