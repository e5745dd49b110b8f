using ChatLiaison.Chat;
using ChatLiaison.Promises;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Promises;

public sealed class OwnWayTests
{
    [Theory]
    [InlineData("", "Done", "promise.kept", "case/promise")]
    [InlineData("bounce:7", "Complete it", "supply.open", "7")]
    [InlineData("ask:7", "Answer", "supply.open", "7")]
    [InlineData("minutes:9", "Write the minutes", "minutes.open", "9")]
    public void What_keeps_a_promise_is_what_its_button_does(string way, string label, string action, string value)
    {
        var button = new OwnWay(way).Button("case/promise");

        (button.Label, button.Action, button.Value).ShouldBe((label, action, value));
    }

    [Theory]
    [InlineData("bounce:7", "/liaison supply ACME-1")]
    [InlineData("ask:7", "/liaison supply ACME-1")]
    [InlineData("minutes:9", "/liaison minutes ACME-1")]
    public void What_somebody_waits_for_is_not_ticked_off(string way, string says) =>
        new OwnWay(way).Refusal(CustomerText.Name("ACME-1"))!.ToPlain().ShouldContain(says);

    [Fact]
    public void The_others_are() => default(OwnWay).Refusal(CustomerText.Name("ACME-1")).ShouldBeNull();
}
