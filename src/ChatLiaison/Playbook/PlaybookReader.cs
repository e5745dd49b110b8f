using NodaTime;

namespace ChatLiaison.Playbook;

/// <summary>Puts a playbook together from its files and checks that everything it names is there.</summary>
internal static class PlaybookReader
{
    /// <param name="team">The text of each file that the team wrote, by name; none for the built-in playbook.</param>
    /// <param name="problems">What is wrong: <c>promises.yaml:3: What. Write what instead.</c></param>
    /// <returns>Null when there are problems.</returns>
    public static Playbook? Read(IReadOnlyDictionary<string, string> team, List<string> problems)
    {
        var files = new PlaybookFiles(team, problems);
        var organisation = OrganisationFile.Read(files["organisation.yaml"]);
        var calendars = CalendarsFile.Read(files["calendars.yaml"], organisation?.Zone ?? DateTimeZone.Utc);
        var scripts = ScriptsFile.Read(files["scripts.yaml"]);
        var promises = new PromisesFile(files["promises.yaml"], calendars.Keys);
        promises.CheckKeys();
        var priorities = promises.Priorities();
        var warnAt = promises.WarnAt();
        var followUp = promises.FollowUp();
        var proposals = promises.Proposals();
        var levels = new EscalationFile(scripts).Read(files.BuiltIn("escalation.yaml"), files["escalation.yaml"]);
        var types = CaseTypesFile.Read(files["case-types.yaml"]);
        var resolution = new ResolutionFile(files["resolution.yaml"]).Read();
        IReadOnlyList<CaseType> nameable = [.. CaseTypesFile.Read(files.BuiltIn("case-types.yaml")), .. types];
        var scenarios = new ScenariosFile(files["scenarios.yaml"], nameable).Read();
        var knowledge = new KnowledgeFile(files["knowledge.yaml"], nameable).Read();
        var handover = HandoverFile.Read(files["handover.yaml"]);
        var words = WordsFile.Read(files["words.yaml"]);
        if (problems.Count > 0)
        {
            return null;
        }

        var playbook = new Playbook("", organisation!, priorities, warnAt, followUp!, calendars, levels, scripts, types)
        {
            Proposals = proposals!,
            Resolution = resolution!,
            Handover = handover!,
            Scenarios = scenarios,
            Wording = words,
            Knowledge = knowledge!,
        };
        return playbook with { Version = PlaybookVersion.Of(playbook) };
    }
}
