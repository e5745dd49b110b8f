using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Promises;
using ChatLiaison.Storage;

namespace ChatLiaison.Escalation;

/// <summary><c>/case REF why</c>: explains each due time, and who has the case, who would be next and why.</summary>
internal sealed class CaseWhy(CaseViews views, PromiseStore promises, ClimbQuestions questions, Database database) : ICaseAspect
{
    public string Word => "why";

    public async Task<Reply> ShowAsync(Caller caller, SupportCase c, string rest, CancellationToken cancellationToken)
    {
        var view = await views.ReadAsync(c, cancellationToken);
        var card = WhyCard.Draw(view, await promises.HistoryAsync(c.Id, cancellationToken), caller.Now);
        await using var reading = database.Begin(caller.Now);
        return Reply.Show(c.Status.IsOpen() && await questions.ReadAsync(reading, c, cancellationToken) is { } question ? OwnersPart.AddTo(card, view, question) : card);
    }
}
