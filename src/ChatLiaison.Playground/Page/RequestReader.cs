using System.Text.Json;

namespace ChatLiaison.Playground.Page;

/// <summary>The request is not what the contract says.</summary>
internal sealed class MalformedException(string what) : Exception(what);

/// <summary>Reads the page's requests.</summary>
internal static class RequestReader
{
    public static string Text(JsonElement from, string name) => TextOrNull(from, name) ?? throw new MalformedException($"\"{name}\" is missing.");

    public static string? TextOrNull(JsonElement from, string name) =>
        Member(from, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static bool Flag(JsonElement from, string name) => Member(from, name) is { ValueKind: JsonValueKind.True };

    public static double Number(JsonElement from, string name) => Member(from, name) is { ValueKind: JsonValueKind.Number } number
        ? number.GetDouble() : throw new MalformedException($"\"{name}\" is to be a number.");

    public static string Side(JsonElement from) => Text(from, "side") is Contract.Slack or Contract.Teams
        ? Text(from, "side") : throw new MalformedException("\"side\" is to be slack or teams.");

    public static SamplePerson Person(JsonElement from) =>
        SamplePeople.Find(Text(from, "as")) ?? throw new MalformedException($"Nobody here is called {Text(from, "as")}.");

    public static Act Act(JsonElement act) => Text(act, "do") switch
    {
        "say" => new Act.Say(Text(act, "room"), Text(act, "text"), TextOrNull(act, "thread")),
        "upload" when TextOrNull(act, "room") is null => new Act.Attach(Text(act, "name"), Bytes(act)),
        "upload" => new Act.Upload(Text(act, "room"), Text(act, "name"), Bytes(act), TextOrNull(act, "text") ?? "", TextOrNull(act, "thread")),
        "edit" => new Act.Edit(Message(act), Text(act, "text")),
        "delete" => new Act.Delete(Message(act)),
        "react" => new Act.React(Message(act), Text(act, "name")),
        "press" => new Act.Press(On(act), Element(act, "element"), Texts(act, "typed")),
        "choose" => new Act.Choose(On(act), Element(act, "element"), Values(Member(act, "value"))),
        "suggest" => new Act.Suggest(On(act), Element(act, "element"), Text(act, "typed")),
        "submit" => new Act.Submit(ManyValues(act), Member(act, "button") is null ? null : Element(act, "button")),
        "close" => new Act.Close(Flag(act, "all")),
        "home" => new Act.OpenHome(),
        "messageAction" => new Act.MessageAction(Message(act), Text(act, "id")),
        "globalAction" => new Act.GlobalAction(Text(act, "room"), Text(act, "id")),
        "dismiss" => new Act.Dismiss((int)Number(act, "notice")),
        var unknown => throw new MalformedException($"There is no act {unknown}."),
    };

    public static JsonElement? Member(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static MessageName Message(JsonElement act) => new(Text(act, "room"), Text(act, "message"));

    private static Holder On(JsonElement act) => Member(act, "on") switch
    {
        { ValueKind: JsonValueKind.String } word when word.GetString() == "view" => Holder.View,
        { ValueKind: JsonValueKind.String } word when word.GetString() == "home" => Holder.Home,
        { ValueKind: JsonValueKind.Object } message => new Holder(Message(message), false),
        _ => throw new MalformedException("\"on\" is to be a message, view or home."),
    };

    private static ElementName Element(JsonElement act, string name)
    {
        var element = Member(act, name) ?? throw new MalformedException($"\"{name}\" is missing.");
        var path = TextOrNull(element, "action") is { } action ? $"{TextOrNull(element, "block")}/{action}" : null;
        var found = new ElementName(path, Member(element, "index") is null ? null : (int)Number(element, "index"), TextOrNull(element, "words"));
        return found is { Path: null, Index: null, Words: null } ? throw new MalformedException($"\"{name}\" names nothing.") : found;
    }

    private static byte[] Bytes(JsonElement act) => Member(act, "base64") is { ValueKind: JsonValueKind.String } text && text.TryGetBytesFromBase64(out var bytes)
        ? bytes : throw new MalformedException("\"base64\" is to hold the file's bytes.");

    private static Dictionary<string, string> Texts(JsonElement act, string name) => Member(act, name) is { ValueKind: JsonValueKind.Object } all
        ? all.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ValueKind == JsonValueKind.String ? p.Value.GetString()! : p.Value.ToString(), StringComparer.Ordinal)
        : [];

    private static Dictionary<string, IReadOnlyList<string>> ManyValues(JsonElement act) => Member(act, "values") is { ValueKind: JsonValueKind.Object } all
        ? all.EnumerateObject().ToDictionary(p => p.Name, p => Values(p.Value), StringComparer.Ordinal)
        : [];

    private static IReadOnlyList<string> Values(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null } => [],
        { ValueKind: JsonValueKind.Array } all => [.. all.EnumerateArray().Select(each => each.ToString())],
        { } one => one.ToString() is { Length: > 0 } text ? [text] : [],
    };
}
