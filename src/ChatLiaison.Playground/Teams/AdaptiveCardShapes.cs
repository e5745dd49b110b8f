namespace ChatLiaison.Playground.Teams;

/// <summary>
/// The types of Adaptive Cards 1.5 and their properties, one line a type: <c>name=kind</c>, with <c>!</c> when it is required.
/// Kinds: s text, b true or false, n number, any, words split by <c>|</c> for an enumeration, a type or group by name, and […] for a list.
/// Source: Adaptive Cards, schema explorer 1.5; <c>msteams</c> and <c>choices.data</c> are Teams' own additions.
/// </summary>
internal static class AdaptiveCardShapes
{
    private const string Size = "default|small|medium|large|extraLarge";
    private const string Style = "default|emphasis|good|attention|warning|accent";
    private const string Across = "left|center|right";
    private const string Down = "top|center|bottom";

    private const string Element =
        "type=s id=s isVisible=b fallback=Fallback height=auto|stretch separator=b requires=any "
        + $"spacing=none|padding|{Size} ";

    private const string Input = Element + "label=s isRequired=b errorMessage=s ";

    private const string Action =
        "type=s id=s title=s iconUrl=s style=default|positive|destructive fallback=Fallback tooltip=s isEnabled=b mode=primary|secondary requires=any ";

    private const string Box =
        $"selectAction=SelectAction style={Style} verticalContentAlignment={Down} bleed=b backgroundImage=any minHeight=s rtl=b ";

    private static readonly Dictionary<string, string> Lines = new(StringComparer.Ordinal)
    {
        ["AdaptiveCard"] = "type=s version=s refresh=any authentication=any body=[Element] actions=[Action] selectAction=SelectAction fallbackText=s "
            + $"backgroundImage=any minHeight=s rtl=b speak=s lang=s verticalContentAlignment={Down} $schema=s msteams=any metadata=any",
        ["TextBlock"] = Element + $"text!=s color=default|dark|light|accent|good|warning|attention fontType=default|monospace "
            + $"horizontalAlignment={Across} isSubtle=b maxLines=n size={Size} weight=default|lighter|bolder wrap=b style=default|heading",
        ["RichTextBlock"] = Element + $"inlines!=[Inline] horizontalAlignment={Across}",
        ["TextRun"] = "type!=s text!=s color=s fontType=s highlight=b isSubtle=b italic=b selectAction=SelectAction size=s strikethrough=b underline=b weight=s",
        ["Image"] = Element.Replace("height=auto|stretch", "height=s", StringComparison.Ordinal) + "url!=s altText=s backgroundColor=s width=s "
            + $"horizontalAlignment={Across} selectAction=SelectAction size=auto|stretch|small|medium|large style=default|person msteams=any",
        ["ImageSet"] = Element + "images!=[Image] imageSize=auto|stretch|small|medium|large",
        ["Media"] = Element + "sources!=[MediaSource] poster=s altText=s",
        ["MediaSource"] = "type=s mimeType!=s url!=s",
        ["Container"] = Element + Box + "items!=[Element]",
        ["ColumnSet"] = Element + $"columns=[Column] selectAction=SelectAction style={Style} bleed=b minHeight=s horizontalAlignment={Across}",
        ["Column"] = Element + Box + "items=[Element] width=sn",
        ["FactSet"] = Element + "facts!=[Fact]",
        ["Fact"] = "type=s title!=s value!=s",
        ["Table"] = Element + $"columns=[TableColumnDefinition] rows=[TableRow] firstRowAsHeader=b showGridLines=b gridStyle={Style} "
            + $"horizontalCellContentAlignment={Across} verticalCellContentAlignment={Down}",
        ["TableColumnDefinition"] = $"type=s width=sn horizontalCellContentAlignment={Across} verticalCellContentAlignment={Down}",
        ["TableRow"] = $"type=s cells=[TableCell] style={Style} horizontalCellContentAlignment={Across} verticalCellContentAlignment={Down}",
        ["TableCell"] = "type=s items!=[Element] " + Box,
        ["ActionSet"] = Element + "actions!=[Action]",
        ["Input.Text"] = Input + "isMultiline=b maxLength=n placeholder=s regex=s style=text|tel|url|email|password inlineAction=SelectAction value=s",
        ["Input.ChoiceSet"] = Input + "choices=[Input.Choice] choices.data=any isMultiSelect=b style=compact|expanded|filtered value=s placeholder=s wrap=b",
        ["Input.Choice"] = "type=s title!=s value!=s",
        ["Input.Date"] = Input + "max=s min=s placeholder=s value=s",
        ["Input.Time"] = Input + "max=s min=s placeholder=s value=s",
        ["Input.Number"] = Input + "max=n min=n placeholder=s value=n",
        ["Input.Toggle"] = Input + "title!=s value=s valueOff=s valueOn=s wrap=b",
        ["Action.Execute"] = Action + "verb!=s data=so associatedInputs=auto|none",
        ["Action.Submit"] = Action + "data=so associatedInputs=auto|none msteams=any",
        ["Action.OpenUrl"] = Action + "url!=s",
        ["Action.ShowCard"] = Action + "card!=AdaptiveCard",
        ["Action.ToggleVisibility"] = Action + "targetElements!=[any]",
    };

    private static readonly Dictionary<string, IReadOnlyList<CardProperty>> Parsed =
        Lines.ToDictionary(line => line.Key, line => CardProperty.ParseAll(line.Value), StringComparer.Ordinal);

    private static readonly Dictionary<string, string[]> Groups = new(StringComparer.Ordinal)
    {
        ["Element"] =
        [
            "TextBlock", "RichTextBlock", "Image", "ImageSet", "Media", "Container", "ColumnSet", "FactSet", "Table", "ActionSet",
            "Input.Text", "Input.ChoiceSet", "Input.Date", "Input.Time", "Input.Number", "Input.Toggle",
        ],
        ["Action"] = ["Action.Execute", "Action.Submit", "Action.OpenUrl", "Action.ShowCard", "Action.ToggleVisibility"],
        ["SelectAction"] = ["Action.Execute", "Action.Submit", "Action.OpenUrl", "Action.ToggleVisibility"],
        ["Inline"] = ["TextRun"],
    };

    /// <summary>The properties of a type, or null when it is unknown.</summary>
    public static IReadOnlyList<CardProperty>? PropertiesOf(string type) => Parsed.GetValueOrDefault(type);

    /// <summary>The types that a group allows; null when the name is no group.</summary>
    public static IReadOnlyList<string>? TypesOf(string group) => Groups.GetValueOrDefault(group);
}

/// <summary>One property of a card's type.</summary>
internal sealed record CardProperty(string Name, bool IsRequired, string Kind)
{
    public static IReadOnlyList<CardProperty> ParseAll(string line) =>
    [
        .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word =>
        {
            var at = word.IndexOf('=', StringComparison.Ordinal);
            var name = word[..at];
            return new CardProperty(name.TrimEnd('!'), name.EndsWith('!'), word[(at + 1)..]);
        }),
    ];
}
