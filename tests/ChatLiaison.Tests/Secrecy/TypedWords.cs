using ChatLiaison.Chat;
using ChatLiaison.Knowledge;

namespace ChatLiaison.Tests.Secrecy;

/// <summary>What somebody types after a command, as its usage has it.</summary>
internal sealed class TypedWords(DeskWorld world, Random chance, Marks marks)
{
    public string After(CommandSpec spec, string reference) => spec.Usage switch
    {
        "" => "",
        "REF [name]" => $"{reference} {OneOf([.. world.Get<ScenarioDesk>().Scenarios.Keys])}",
        "REF [send|here]" => $"{reference} send",
        "REF P1–P4" => $"{reference} P{chance.Next(1, 5)}",
        "[words|REF|add]" => OneOf("", reference, "add", $"add {marks.New()}", "zq", "#1"),
        var usage when usage.StartsWith("REF", StringComparison.Ordinal) && usage.Contains('|', StringComparison.Ordinal) => $"{reference} {OneOf(usage.Split('[', ']')[1].Split('|'))}",
        var usage when usage.StartsWith("REF [", StringComparison.Ordinal) => chance.Next(2) == 0 ? reference : $"{reference} because {marks.New()}",
        var usage when usage.StartsWith("REF", StringComparison.Ordinal) => reference,
        var usage when usage.StartsWith("KEY", StringComparison.Ordinal) => OneOf("ACME add", "ACME", "ACME export"),
        var usage when usage.Contains("[WHEN", StringComparison.Ordinal) => $"{OneOf("", "@Lee Osei ")}2h because {marks.New()} cover Priya",
        _ => OneOf("", "", "all", "mine", "last", "Platform"),
    };

    private string OneOf(params string[] choices) => choices[chance.Next(choices.Length)];
}
