using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.CaseCards;

/// <summary><c>/case REF log</c>: the newest lines of the record.</summary>
internal sealed class CaseLog(CaseStore cases) : ICaseAspect
{
    private const int Shown = 30;

    public string Word => "log";

    public async Task<Reply> ShowAsync(Caller caller, SupportCase c, string rest, CancellationToken cancellationToken)
    {
        var lines = await cases.TimelineAsync(c.Id, Shown, cancellationToken);
        return Reply.Show(StaffCard
            .Titled(StaffText.Of($"The record of {c.Reference}"))
            .List(lines.Select(l => StaffText.Of($"{l.At} {l.Actor:b}: {CommandWords.Cut(l.Text, 400)}"))));
    }
}
