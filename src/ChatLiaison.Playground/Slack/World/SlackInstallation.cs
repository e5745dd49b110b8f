namespace ChatLiaison.Playground.Slack;

/// <summary>The app as one workspace knows it.</summary>
public sealed record SlackInstallation(SlackTeam Team, string AppId, string BotId, string BotUserId, string BotName);
