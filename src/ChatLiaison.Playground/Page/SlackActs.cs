using ChatLiaison.Playground.Slack;

namespace ChatLiaison.Playground.Page;

/// <summary>What people do in the Slack pane, by way of Slack's client.</summary>
internal sealed class SlackActs(Stage stage, Places places)
{
    private SlackClient Client => stage.Slack.Client;

    private SlackWorld World => stage.Slack.World;

    public async Task<ActOutcome> DoAsync(SamplePerson who, Act act)
    {
        try
        {
            return await RunAsync(who, act);
        }
        catch (SlackRefusalException refusal)
        {
            return ActOutcome.Refused(SlackSentences.Of(refusal, who));
        }
    }

    private async Task<ActOutcome> RunAsync(SamplePerson who, Act act) => act switch
    {
        Act.Say say => await SayAsync(who, say),
        Act.Upload upload => await UploadAsync(who, upload),
        Act.Attach attach => ActOutcome.Done with { Message = World.AddFile(who.SlackId, attach.Name, attach.Content).Id },
        Act.Edit edit => Posted(await Client.EditAsync(who.SlackId, Find(edit.Message), Entities(edit.Text))),
        Act.Delete delete => Posted(await Client.DeleteAsync(who.SlackId, Find(delete.Message))),
        Act.React react => Posted(await Client.ReactAsync(who.SlackId, Find(react.Message), react.Name)),
        Act.Press press => await PressAsync(who, press),
        Act.Choose choose => await ChooseAsync(who, choose),
        Act.Suggest suggest => await SuggestAsync(who, suggest),
        Act.Submit submit => await SubmitAsync(who, submit),
        Act.Close close => await CloseAsync(who, close),
        Act.OpenHome => await HomeAsync(who),
        Act.MessageAction menu => Done(await Client.MessageShortcutAsync(who.SlackId, menu.Id, Find(menu.Message))),
        Act.GlobalAction menu => Done(await Client.GlobalShortcutAsync(who.SlackId, menu.Id)),
        _ => throw new MalformedException("Slack knows no such act."),
    };

    private async Task<ActOutcome> SayAsync(SamplePerson who, Act.Say say)
    {
        if (!say.Text.StartsWith('/'))
        {
            return Posted(await Client.PostAsync(who.SlackId, Id(say.Room), Entities(say.Text), say.Thread));
        }

        if (say.Thread is not null)
        {
            return ActOutcome.Refused("Slack runs no app's commands in a thread. Name @ChatLiaison there instead, with the same words.");
        }

        var space = say.Text.IndexOf(' ', StringComparison.Ordinal);
        var (command, rest) = space < 0 ? (say.Text, "") : (say.Text[..space], say.Text[(space + 1)..]);
        return stage.Slack.Options.Commands is { } known && !known.Contains(command)
            ? ActOutcome.Refused($"{command} is not a command here. Type / to see those that are.")
            : Done(await Client.RunCommandAsync(who.SlackId, Id(say.Room), command, Entities(rest)));
    }

    private async Task<ActOutcome> UploadAsync(SamplePerson who, Act.Upload upload)
    {
        var file = World.AddFile(who.SlackId, upload.Name, upload.Content);
        return Posted(await Client.PostAsync(who.SlackId, Id(upload.Room), Entities(upload.Text), upload.Thread, [file]));
    }

    private async Task<ActOutcome> PressAsync(SamplePerson who, Act.Press press)
    {
        var name = NameOf(press.Element);
        if (press.On.Message is not { } held)
        {
            return Done(press.On.IsHome ? await Client.ClickInHomeAsync(who.SlackId, name) : await Client.ClickInViewAsync(who.SlackId, name));
        }

        var message = Find(held);
        var url = ElementFinder.Button(BlockElements.In(message), name).Element.Text("url");
        return Done(await Client.ClickAsync(who.SlackId, message, name)) with { Url = url };
    }

    private async Task<ActOutcome> ChooseAsync(SamplePerson who, Act.Choose choose)
    {
        var name = NameOf(choose.Element);
        object? value = choose.Values switch { [] => null, [var only] => only, var many => many };
        if (choose.On.Message is { } held)
        {
            return Done(await Client.ChooseAsync(who.SlackId, Find(held), name, value));
        }

        return Done(choose.On.IsHome ? await Client.ChangeInHomeAsync(who.SlackId, name, value) : await Client.ChangeAsync(who.SlackId, name, value));
    }

    private async Task<ActOutcome> SuggestAsync(SamplePerson who, Act.Suggest suggest)
    {
        var name = NameOf(suggest.Element);
        var offered = suggest.On.Message is { } held
            ? await Client.SuggestAsync(who.SlackId, Find(held), name, suggest.Typed)
            : await Client.SuggestAsync(who.SlackId, name, suggest.Typed);
        return ActOutcome.Done with { Options = [.. offered.Select(o => new OptionView(o.Text, o.Value))] };
    }

    private async Task<ActOutcome> SubmitAsync(SamplePerson who, Act.Submit submit)
    {
        var values = submit.Values.ToDictionary(
            v => v.Key, v => (object?)(v.Value switch { [] => null, [var only] => only, var many => many }), StringComparer.Ordinal);
        var outcome = await Client.SubmitViewAsync(who.SlackId, values);
        return new ActOutcome(outcome.IsTaken, outcome.IsTaken ? null : SlackSentences.OfFailure(outcome.Failure)) { Errors = outcome.Errors };
    }

    private async Task<ActOutcome> CloseAsync(SamplePerson who, Act.Close close)
    {
        await Client.CloseViewAsync(who.SlackId, close.All);
        return ActOutcome.Done;
    }

    private async Task<ActOutcome> HomeAsync(SamplePerson who)
    {
        if (!who.IsOurs)
        {
            return ActOutcome.Refused($"{who.FirstName} is in another workspace, where ChatLiaison is not installed: it has no home there.");
        }

        await Client.OpenHomeAsync(who.SlackId);
        return ActOutcome.Done;
    }

    private string Id(string room) => places.IdOf(Contract.Slack, room);

    private SlackMessage Find(MessageName name) =>
        World.Message(Id(name.Room), name.Id) ?? throw new SlackRefusalException(SlackRefusal.CannotSee, name.Id);

    private static string NameOf(ElementName element) => element.Path ?? element.Words ?? throw new MalformedException("In Slack a button is named by its ids.");

    private static ActOutcome Posted(SlackPosted posted) => ActOutcome.Done with { Message = posted.Message.Ts };

    private static ActOutcome Done(SlackActOutcome outcome) => new(outcome.IsDone, SlackSentences.OfFailure(outcome.Failure)) { Message = outcome.Message?.Ts };

    /// <summary>As Slack's client sends what is typed: three signs as entities, names as mentions.</summary>
    private string Entities(string typed)
    {
        var text = typed.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("@ChatLiaison", $"<@{World.Installation.BotUserId}>", StringComparison.OrdinalIgnoreCase);
        return SamplePeople.All.Aggregate(text, (all, p) => all.Replace($"@{p.Name}", $"<@{p.SlackId}>", StringComparison.OrdinalIgnoreCase));
    }
}
