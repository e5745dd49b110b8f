using System.Globalization;
using ChatLiaison.Cases;

namespace ChatLiaison.Updates;

/// <summary>What an update's form carries: the case, what the customer had been told when the form was opened, and which preview it shows.</summary>
/// <param name="Seen">Stands for the last word to the customer and the public status; another one means that somebody was quicker.</param>
/// <param name="Preview">The print of the previewed card; empty while it is edited.</param>
internal sealed record UpdateState(string CaseId, string Seen, string Preview)
{
    public static UpdateState Of(SupportCase c) => new(c.Id.ToString(), SeenOf(c), "");

    public static string SeenOf(SupportCase c) =>
        $"{c.Status.ForCustomer()}:{c.LastUpdateAt?.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture) ?? "never"}";

    /// <param name="text">A state, or a case's id alone as a button carries it.</param>
    public static UpdateState Read(string text) => text.Split('|') is [var id, var seen, var preview] ? new(id, seen, preview) : new(text, "", "");

    public override string ToString() => $"{CaseId}|{Seen}|{Preview}";
}
