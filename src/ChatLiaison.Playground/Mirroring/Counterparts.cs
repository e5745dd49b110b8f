using ChatLiaison.Playground.Page;

namespace ChatLiaison.Playground.Mirroring;

/// <summary>Says what an act of one pane is in the other; null where it is nothing there.</summary>
internal sealed class Counterparts(Stage stage, PaneReader reader, Pairs pairs, Func<PlayedOffer?> offer)
{
    public Act? Of(string side, SamplePerson who, Act act)
    {
        var other = Contract.Other(side);
        return act switch
        {
            Act.Say say => Say(side, say),
            Act.Upload upload => upload with { Room = upload.Room, Thread = Other(side, upload.Room, upload.Thread)?.Id },
            Act.Edit edit => Other(side, edit.Message) is { } message ? edit with { Message = message, Text = Renamed(edit.Text) } : null,
            Act.Delete delete => Other(side, delete.Message) is { } message ? new Act.Delete(message) : null,
            Act.React react => Other(side, react.Message) is { } message ? new Act.React(message, other == Contract.Teams ? "like" : "thumbsup") : null,
            Act.Press press => Press(side, who, act, press.On),
            Act.Choose choose => Press(side, who, act, choose.On),
            Act.Submit submit => Submit(side, who, submit),
            Act.Close => NeutralForm.Of(stage, other, who) is null ? null : act,
            Act.OpenHome => act,
            Act.MessageAction menu => Other(side, menu.Message) is { } message && Entry(side, menu.Id, true) is { } id ? new Act.MessageAction(message, id) : null,
            Act.GlobalAction menu => Menu(side, who, menu),
            _ => null,
        };
    }

    /// <summary>The same words about the other pane's cases.</summary>
    private string Renamed(string text) => pairs.References.OrderByDescending(r => r.Key.Length)
        .Where(r => NeutralWords.References(text).Contains(r.Key))
        .Aggregate((Text: text, Done: new HashSet<string>(StringComparer.Ordinal)), (all, r) => all.Done.Add(r.Value) && !all.Done.Contains(r.Key)
            ? (all.Text.Replace(r.Key, r.Value, StringComparison.Ordinal), all.Done) : all).Text;

    private Act.Say? Say(string side, Act.Say say)
    {
        var thread = Other(side, say.Room, say.Thread);
        if (say.Thread is not null && thread is null)
        {
            return null;
        }

        // A slash command is typed in Teams after the bot's name, and in its own chat without.
        var text = Renamed(say.Text);
        if (side == Contract.Slack && text.StartsWith('/'))
        {
            text = Places.IsDirect(say.Room) ? text[1..] : $"@ChatLiaison {text[1..]}";
        }

        return new Act.Say(say.Room, text, thread?.Id);
    }

    private Act? Press(string side, SamplePerson who, Act act, Holder on)
    {
        var other = Contract.Other(side);
        var there = on.Message is { } message ? Other(side, message) is { } same ? new Holder(same, false) : null : on;
        if (there is null || reader.Meant(side, who, act) is not { } meant)
        {
            return null;
        }

        // Rows of a list have buttons of the same words: the same one of them is meant.
        var place = reader.Buttons(side, who, on).Where(b => b.Words == meant.Words).TakeWhile(b => b != meant).Count();
        return reader.Buttons(other, who, there).Where(b => b.Words == meant.Words).Skip(place).FirstOrDefault()?.Press(there);
    }

    private Act.Submit? Submit(string side, SamplePerson who, Act.Submit submit)
    {
        if (NeutralForm.Of(stage, side, who) is not { } from || NeutralForm.Of(stage, Contract.Other(side), who) is not { } to)
        {
            return null;
        }

        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var field in from.Fields)
        {
            var typed = submit.Values.TryGetValue(field.Id, out var told) ? told : field.Typed;
            if (to.Fields.FirstOrDefault(f => f.Label == field.Label) is { } same && (typed.Count > 0 || same.Typed.Count > 0))
            {
                values[same.Id] = [.. typed.Select(value => Renamed(field.Shown(value)))];
            }
        }

        return new Act.Submit(values, null);
    }

    /// <summary>Slack's shortcuts menu knows of no channel, Teams' entry below the message box does: there it is the command of that name.</summary>
    private Act? Menu(string side, SamplePerson who, Act.GlobalAction menu)
    {
        if (side == Contract.Slack)
        {
            return Entry(side, menu.Id, false) is { } id ? new Act.GlobalAction(Places.DirectOf(who), id) : null;
        }

        var typed = $"/{menu.Id}";
        return !Places.IsDirect(menu.Room) && who.IsOurs && ManifestMenus.OfSlack(offer()?.SlackManifest).Commands.Any(c => c.Name == typed)
            ? new Act.Say(menu.Room, typed, null)
            : Entry(side, menu.Id, false) is { } same ? menu with { Id = same } : null;
    }

    private string? Entry(string side, string id, bool ofMessage)
    {
        var (slack, teams) = (ManifestMenus.OfSlack(offer()?.SlackManifest), ManifestMenus.OfTeams(offer()?.TeamsManifest, []));
        var (from, to) = side == Contract.Slack ? (slack, teams) : (teams, slack);
        IReadOnlyList<MenuView> Of(ManifestMenus menus) => ofMessage ? menus.MessageActions : menus.GlobalActions;
        return Of(from).FirstOrDefault(m => m.Id == id) is { } entry ? Of(to).FirstOrDefault(m => m.Title == entry.Title)?.Id : null;
    }

    private MessageName? Other(string side, MessageName name) =>
        pairs.OtherOf(reader.Key(side, name)) is { } key ? new MessageName(reader.RoomOf(key), key.Id) : null;

    private MessageName? Other(string side, string room, string? id) => id is null ? null : Other(side, new MessageName(room, id));
}
