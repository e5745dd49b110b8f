using ChatLiaison.Chat;

namespace ChatLiaison.Cases;

/// <summary>A form about one case: it carries the case's id, and a token of its own.</summary>
internal static class CaseForm
{
    public static Form About(SupportCase c, string action, string title, string submit, params IReadOnlyList<Field> fields) => new(action, title, submit, fields)
    {
        State = c.Id.ToString(),
        Token = NewToken(),
        Opener = Button.Open(action.Replace(".submit", ".open", StringComparison.Ordinal), submit, c.Id.ToString(), ButtonStyle.Primary),
        OpenerText = CustomerText.Of($"{c.ReferenceText}: the button opens the form."),
    };

    public static string NewToken() => Guid.NewGuid().ToString("N");
}
