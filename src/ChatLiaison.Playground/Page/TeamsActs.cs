using ChatLiaison.Playground.Teams;

namespace ChatLiaison.Playground.Page;

/// <summary>What people do in the Teams pane, by way of the Teams client.</summary>
internal sealed class TeamsActs(Stage stage, Places places)
{
    private TeamsClient Client => stage.Teams.Client;

    private TeamsWorld World => stage.Teams.World;

    public async Task<ActOutcome> DoAsync(SamplePerson who, Act act)
    {
        try
        {
            return await RunAsync(who, act);
        }
        catch (InvalidOperationException refusal)
        {
            return ActOutcome.Refused(refusal.Message);
        }
    }

    private async Task<ActOutcome> RunAsync(SamplePerson who, Act act) => act switch
    {
        Act.Say say => Told(await Client.SayAsync(who.Email, Id(say.Room), Marked(say.Text), replyTo: say.Thread)),
        Act.Upload upload => await UploadAsync(who, upload),
        Act.Edit edit => await DoneAsync(Client.EditAsync(who.Email, edit.Message.Id, Marked(edit.Text))),
        Act.Delete delete => await DoneAsync(Client.DeleteAsync(who.Email, delete.Message.Id)),
        Act.React react => await DoneAsync(Client.ReactAsync(who.Email, react.Message.Id, react.Name)),
        Act.Press press => await PressAsync(who, press),
        Act.Suggest suggest => await SuggestAsync(who, suggest),
        Act.Submit submit => await SubmitAsync(who, submit),
        Act.Close => Close(who),
        Act.OpenHome => await HomeAsync(who),
        Act.MessageAction menu => Done(await Client.FetchTaskAsync(
            who.Email, menu.Id, TeamsCommandContext.Message, Id(menu.Message.Room), menu.Message.Id)),
        Act.GlobalAction menu => Done(await Client.FetchTaskAsync(who.Email, menu.Id, TeamsCommandContext.Compose, Id(menu.Room))),
        Act.Attach => ActOutcome.Refused("Teams takes no files in a form. Post them in the conversation afterwards."),
        _ => throw new MalformedException("Teams knows no such act."),
    };

    private async Task<ActOutcome> UploadAsync(SamplePerson who, Act.Upload upload) => Told(Places.IsDirect(upload.Room)
        ? await Client.SendFileAsync(who.Email, upload.Name, upload.Content, upload.Text)
        : await Client.PostFileAsync(who.Email, Id(upload.Room), upload.Name, upload.Content, upload.Text, upload.Thread));

    private async Task<ActOutcome> PressAsync(SamplePerson who, Act.Press press) => press.On.Message is { } held
        ? Done(await Client.PressAsync(who.Email, held.Id, NameOf(press.Element), press.Typed))
        : Done(await Client.SubmitDialogAsync(who.Email, press.Typed, NameOf(press.Element)));

    private async Task<ActOutcome> SuggestAsync(SamplePerson who, Act.Suggest suggest)
    {
        var input = suggest.Element.Words ?? throw new MalformedException("In Teams a list is named by its input's id.");
        var offered = await Client.SearchAsync(who.Email, input, suggest.Typed, suggest.On.Message?.Id);
        return ActOutcome.Done with { Options = [.. offered.Select(o => new OptionView(o.Title, o.Value))] };
    }

    private async Task<ActOutcome> SubmitAsync(SamplePerson who, Act.Submit submit)
    {
        var values = submit.Values.ToDictionary(v => v.Key, v => string.Join(',', v.Value), StringComparer.Ordinal);
        return Done(await Client.SubmitDialogAsync(who.Email, values, submit.Button is { } button ? NameOf(button) : (ButtonName?)null));
    }

    private ActOutcome Close(SamplePerson who)
    {
        Client.CancelDialog(who.Email);
        return ActOutcome.Done;
    }

    private async Task<ActOutcome> HomeAsync(SamplePerson who)
    {
        if (World.FindUser(who.Email) is { HasApp: false })
        {
            await Client.InstallAsync(who.Email);
        }

        return ActOutcome.Done;
    }

    private ActOutcome Told(TeamsMessage message)
    {
        // What the bot does not hear is said all the same.
        var delivery = stage.Teams.Deliveries.LastOrDefault(d => d.Activity.Text("id") == message.Id);
        return ActOutcome.Done with
        {
            Message = message.Id,
            Said = delivery is null or { IsAccepted: true } ? null : "It is said, but Teams could not bring it to ChatLiaison just now.",
        };
    }

    private static async Task<ActOutcome> DoneAsync(Task act)
    {
        await act;
        return ActOutcome.Done;
    }

    private static ActOutcome Done(TeamsOutcome outcome) => outcome.Kind switch
    {
        TeamsOutcomeKind.Error or TeamsOutcomeKind.Unreachable => ActOutcome.Refused(outcome.Text),
        TeamsOutcomeKind.Invalid => new ActOutcome(false) { Errors = outcome.Problems },
        TeamsOutcomeKind.UrlOpened => ActOutcome.Done with { Url = outcome.Text },
        _ => ActOutcome.Done,
    };

    private string Id(string room) => places.IdOf(Contract.Teams, room);

    private static ButtonName NameOf(ElementName element) => element.Index is { } index ? ButtonName.At(index)
        : element.Words ?? throw new MalformedException("In Teams a button is named by its place or its words.");

    /// <summary>As the client sends what is typed: names as mentions.</summary>
    private string Marked(string typed) => SamplePeople.All.Select(p => p.Name).Prepend(World.BotName)
        .Aggregate(typed, (all, name) => all.Replace($"@{name}", $"<at>{name}</at>", StringComparison.OrdinalIgnoreCase));
}
