using ChatLiaison.Chat;

namespace ChatLiaison.Commands;

/// <summary><c>/liaison</c> by itself: what there is, for those who may use it.</summary>
internal sealed class HelpCommand(Lazy<CommandCatalog> catalog, ICallerDirectory directory) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison", "[verb …]", "Everything the desk can do; alone it lists the verbs.");

    public Access Access => Access.Anyone;

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) => Task.FromResult(Help(caller, call.Text));

    public Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) => Task.FromResult(Help(caller, ""));

    internal static CustomerCard CustomerHelp() => CustomerCard.Titled(CustomerText.Of($"How to reach us"))
        .Say(CustomerText.Of($"Tell us what is wrong and a person takes it from there. You can always write in this channel."))
        .With(Button.Open("escalate.open", "Report a problem", "", ButtonStyle.Primary), Button.Act("cases.show", "Our open cases", ""));

    private Reply Help(Caller caller, string asked)
    {
        if (caller.IsCustomer)
        {
            return Reply.Show(CustomerHelp());
        }

        var usable = catalog.Value.All.Where(c => AccessRules.Refusal(c.Access, caller) is null).ToList();
        var card = StaffCard.Titled("What you can do here");
        if (asked.Length > 0)
        {
            card = card.Say(StaffText.Of($"There is no verb {CommandWords.Split(asked).First:c}. These there are:"));
        }

        card = card.List(usable.Select(c => StaffText.Of($"{Typed(c.Spec):c} {c.Spec.Summary}")))
            .Small("In a thread, or where slash commands don't work, name the bot and write the same words.")
            .Small(StaffText.Of($"Questions about the playbook: {directory.SupportContact}."))
            .With(Button.Open("escalate.open", "Open a case", "", ButtonStyle.Primary));
        return Reply.Show(card);
    }

    private static string Typed(CommandSpec spec) => spec.Usage.Length == 0 ? $"/{spec.Name}" : $"/{spec.Name} {spec.Usage}";
}
