using System.Globalization;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using ChatLiaison.Playbook;
using NodaTime;
using NodaTime.Text;

namespace ChatLiaison.CustomerLog;

/// <summary><c>/liaison log KEY</c>: a customer's record of calls, mails, chats and meetings (S176–S178).</summary>
internal sealed class LogCommand(CustomerBook customers, LogReader log, LogDesk desk, PlaybookSource playbooks) : IChatCommand
{
    private const int ExportedAtMost = 2000;

    private static readonly YearMonthPattern Months = YearMonthPattern.Iso;

    public CommandSpec Spec { get; } = new("liaison log", "KEY [kind] [add|export [month]]", "A customer's record: calls, mails, chats, meetings. Add to it, or export it.");

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var words = call.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var named = words.Count > 0 ? Find(words[0]) : null;
        if ((named ?? Here(caller)) is not { } customer)
        {
            return Refuse(words.Count == 0
                ? CustomerText.Of($"Say whose record you want, for instance: /liaison log ACME")
                : CustomerText.Of($"There is no customer {CustomerText.Name(CommandWords.Cut(words[0], 40))}. Say a customer's key, for instance: /liaison log ACME"));
        }

        var (kind, month, act) = ((InteractionKind?)null, (YearMonth?)null, "");
        foreach (var word in named is null ? words : words[1..])
        {
            if (InteractionWords.ByName.TryGetValue(word, out var found))
            {
                kind = found;
            }
            else if (CommandWords.Lower(word) is "add" or "export")
            {
                act = CommandWords.Lower(word);
            }
            else if (Months.Parse(word) is { Success: true } parsed)
            {
                (act, month) = ("export", parsed.Value);
            }
            else
            {
                return Refuse(CustomerText.Of(
                    $"I don't know {CustomerText.Name(CommandWords.Cut(word, 40))}. Say call, email, chat, meeting, video or walk-in, and add or export; a month like 2026-10 exports that month."));
            }
        }

        return act switch
        {
            "add" => desk.AskAsync(caller, customer, "", cancellationToken),
            "export" => ExportAsync(caller, customer, kind, month, cancellationToken),
            _ => ShowAsync(caller, customer, kind, LogReader.Always, cancellationToken),
        };
    }

    public Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        if (press.Action == "log.older")
        {
            return OlderAsync(caller, press.Value, cancellationToken);
        }

        if (LogForm.Read(press.Value) is not { } about || customers.Current.ById(about.CustomerId) is not { } customer)
        {
            return Refuse(NoLongerThere);
        }

        return press.Action == "log.export"
            ? ExportAsync(
                caller, customer, InteractionWords.ByName.TryGetValue(about.Reference.Split(' ')[^1], out var kind) ? kind : null,
                Months.Parse(about.Reference.Split(' ')[0]) is { Success: true } month ? month.Value : null, cancellationToken)
            : desk.AskAsync(caller, customer, about.Reference, cancellationToken);
    }

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        if (submission.Action == "log.close")
        {
            return Reply.Done();
        }

        if (LogForm.Read(submission.State) is not { } about || customers.Current.ById(about.CustomerId) is not { } customer)
        {
            return Reply.Refused(NoLongerThere);
        }

        return await desk.AddAsync(caller, customer, submission, cancellationToken);
    }

    private static CustomerText NoLongerThere => CustomerText.Of($"This customer is no longer in the directory.");

    private static Task<Reply> Refuse(CustomerText why) => Task.FromResult(Reply.Refused(why));

    private async Task<Reply> ShowAsync(Caller caller, Customer customer, InteractionKind? kind, Interval span, CancellationToken cancellationToken) =>
        Reply.Show(LogCard.Draw(customer, await log.ListAsync(caller, customer.Id, kind, span, LogCard.Page + 1, cancellationToken), kind, caller.Now));

    /// <param name="month">Of the organisation's days; null for the newest.</param>
    private async Task<Reply> ExportAsync(Caller caller, Customer customer, InteractionKind? kind, YearMonth? month, CancellationToken cancellationToken)
    {
        var zone = playbooks.Current.Organisation.Zone;
        var span = month is { } m ? new Interval(zone.AtStartOfDay(m.OnDayOfMonth(1)).ToInstant(), zone.AtStartOfDay(m.PlusMonths(1).OnDayOfMonth(1)).ToInstant()) : LogReader.Always;
        var entries = await log.ListAsync(caller, customer.Id, kind, span, ExportedAtMost, cancellationToken);
        var what = $"{(month is { } chosen ? Months.Format(chosen) : "")} {(kind is { } one ? InteractionWords.Name(one) : "")}";
        return Reply.Show(LogForm.Export(
            customer, what, LogExport.Write(customer, entries, caller.Now, zone), entries.Count, entries.Count > 0 ? entries[^1].Entry.At.InZone(zone).Date : caller.Now.InZone(zone).Date));
    }

    private Task<Reply> OlderAsync(Caller caller, string value, CancellationToken cancellationToken)
    {
        var parts = value.Split('/');
        if (parts.Length != 3 || !int.TryParse(parts[0], CultureInfo.InvariantCulture, out var id) || customers.Current.ById(id) is not { } customer
            || !long.TryParse(parts[2], CultureInfo.InvariantCulture, out var ticks))
        {
            return Refuse(NoLongerThere);
        }

        InteractionKind? kind = Enum.TryParse<InteractionKind>(parts[1], out var named) ? named : null;
        return ShowAsync(caller, customer, kind, new Interval(null, Instant.FromUnixTimeTicks(ticks)), cancellationToken);
    }

    private Customer? Here(Caller caller) => caller.CustomerId is { } id ? customers.Current.ById(id) : null;

    private Customer? Find(string word) =>
        customers.Current.ByKey(word) ?? (word.Length < 3 ? null : customers.Current.All.FirstOrDefault(c => c.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase)));
}
