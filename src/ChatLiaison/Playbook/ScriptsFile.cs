namespace ChatLiaison.Playbook;

/// <summary>Reads <c>scripts.yaml</c>.</summary>
internal static class ScriptsFile
{
    public static IReadOnlyDictionary<string, Script> Read(YamlMap file)
    {
        file.AllowOnly("scripts");
        var scripts = new Dictionary<string, Script>(StringComparer.Ordinal);
        var written = file.Map("scripts");
        foreach (var key in written.Keys)
        {
            var map = written.Map(key);
            map.AllowOnly("title", "text");
            var title = map.Need("title", "We have it")?.Text();
            var value = map.Need("text", "We have your message.");

            // A broken script still has its name: whoever names it is not wrong as well.
            scripts[key] = new Script(key, title ?? "", value?.Text() ?? "");
            CheckSlots(scripts[key], value);
        }

        return scripts;
    }

    private static void CheckSlots(Script script, YamlValue? value)
    {
        var known = ScriptSlots.For(script.Key);
        foreach (var slot in script.Slots.Where(slot => !known.Contains(slot)))
        {
            value?.Wrong($"The script '{script.Key}' has no slot {{{slot}}}. Write {Words.Either(known.Select(k => $"{{{k}}}"))} instead.");
        }
    }
}
