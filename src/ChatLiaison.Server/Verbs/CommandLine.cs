using System.CommandLine;
using ChatLiaison.Server.Hosting;

namespace ChatLiaison.Server.Verbs;

/// <summary>The verbs of the command line; <c>serve</c> is what happens without one.</summary>
internal static class CommandLine
{
    /// <summary>The server as the playground starts it.</summary>
    public const string PlayedVerb = "played-server";

    /// <summary>Long enough for a clean stop of the server and of PostgreSQL on a busy machine.</summary>
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(60);

    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("ChatLiaison: runs a support team's playbook inside Slack and Microsoft Teams.") { TreatUnmatchedTokensAsErrors = false };
        root.SetAction((_, token) => Serving.RunAsync(args, token));
        root.Subcommands.Add(Serve(args));
        root.Subcommands.Add(Offline("migrate", "Bring the database up to this build.", async (desk, _, token) =>
        {
            var ran = await desk.Start.MigrateAsync(token);
            Console.WriteLine(ran.Count == 0 ? "The database is up to date." : $"Ran {string.Join(", ", ran)}.");
            return 0;
        }));
        root.Subcommands.Add(Playbook());
        root.Subcommands.Add(Import());
        root.Subcommands.Add(Offline("export", "Write the directory as a file that import reads.", async (desk, _, token) =>
        {
            await desk.ReadyAsync(token);
            Console.Write(desk.Start.Export());
            return 0;
        }));
        root.Subcommands.Add(Ladder());
        root.Subcommands.Add(Offline("doctor", "Check settings, database, playbook, directory and platforms.", Checks.DoctorAsync));
        root.Subcommands.Add(Manifests());
        root.Subcommands.Add(Played());
        return root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = args is [PlayedVerb] ? null : StopWithin });
    }

    private static Command Serve(string[] args)
    {
        var serve = new Command("serve", "Start the server (the default).") { TreatUnmatchedTokensAsErrors = false };
        serve.SetAction((_, token) => Serving.RunAsync(args, token));
        return serve;
    }

    /// <summary>For the playground alone, so it is not in the help.</summary>
    private static Command Played()
    {
        var played = new Command(PlayedVerb, "The server as the playground starts it.") { Hidden = true };
        played.SetAction((_, token) => Playing.PlayedServing.RunAsync([], token));
        return played;
    }

    private static Command Playbook()
    {
        var path = new Argument<string?>("path") { Description = "The playbook's folder; the built-in one without it.", Arity = ArgumentArity.ZeroOrOne };
        var check = new Command("check", "Check a playbook without putting it in force.") { path };
        check.SetAction(parsed => DeskStart.CheckPlaybook(parsed.GetValue(path), Console.Out));
        return new Command("playbook", "The playbook.") { check };
    }

    private static Command Ladder()
    {
        var check = Offline("check", "Walk the next two weeks and list the hours in which a case would reach nobody.", Checks.LadderAsync);
        check.Arguments.Add(new Argument<string?>("path") { Description = "A playbook's folder, to check it before it is in force.", Arity = ArgumentArity.ZeroOrOne });
        return new Command("ladder", "The escalation ladder.") { check };
    }

    private static Command Import()
    {
        var file = new Argument<FileInfo>("file") { Description = "A directory file: people, channels, customers." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what would change." };
        var replace = new Option<bool>("--replace") { Description = "The file wins over what chat has changed." };
        var import = Offline("import", "Bring the directory to what a file says.", async (desk, parsed, token) =>
        {
            var source = parsed.GetRequiredValue(file);
            if (!source.Exists)
            {
                await Console.Error.WriteLineAsync($"There is no file {source.FullName}. Check the path.");
                return 1;
            }

            await desk.ReadyAsync(token);
            var (lines, ok) = await desk.Start.ImportAsync(
                source.Name, await File.ReadAllTextAsync(source.FullName, token), parsed.GetValue(replace), parsed.GetValue(dryRun), token);
            Console.WriteLine(lines.Count == 0 ? "Nothing to change." : string.Join(Environment.NewLine, lines));
            return ok ? 0 : 1;
        });
        import.Arguments.Add(file);
        import.Options.Add(dryRun);
        import.Options.Add(replace);
        return import;
    }

    /// <summary>For those who work on ChatLiaison itself, so it is not in the help.</summary>
    private static Command Manifests()
    {
        var check = new Option<bool>("--check") { Description = "Only name the files that are out of date." };
        var folder = new Option<string>("--out") { Description = "The repository's folder.", DefaultValueFactory = _ => Repository() };
        var manifests = new Command("manifests", "Write the manifests and the parity page.") { check, folder };
        manifests.Hidden = true;
        manifests.SetAction((parsed, token) => GeneratedFiles.RunAsync(parsed.GetRequiredValue(folder), parsed.GetValue(check), token));
        return manifests;
    }

    /// <summary>The folder that holds the solution, at or above the one we were started in; that one when there is none.</summary>
    private static string Repository()
    {
        for (var folder = new DirectoryInfo("."); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ChatLiaison.sln")))
            {
                return folder.FullName;
            }
        }

        return ".";
    }

    /// <summary>A verb that needs the desk's database but no open doors.</summary>
    private static Command Offline(string name, string description, Func<OfflineDesk, ParseResult, CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description);
        command.SetAction((parsed, token) => OfflineDesk.WithAsync(desk => run(desk, parsed, token), token));
        return command;
    }
}
