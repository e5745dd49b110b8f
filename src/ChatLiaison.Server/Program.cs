return await ChatLiaison.Server.Verbs.CommandLine.RunAsync(args);
