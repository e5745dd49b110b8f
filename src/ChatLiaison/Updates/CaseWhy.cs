using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Promises;

namespace ChatLiaison.Updates;

/// <summary><c>/case REF why</c>: explains each due time.</summary>
internal sealed class CaseWhy(CaseViews views, PromiseStore promises) : ICaseAspect
{
    public string Word => "why";

    public async Task<Reply> ShowAsync(Caller caller, SupportCase c, string rest, CancellationToken cancellationToken) => Reply.Show(WhyCard.Draw(
        await views.ReadAsync(c, cancellationToken), await promises.HistoryAsync(c.Id, cancellationToken), caller.Now));
}
