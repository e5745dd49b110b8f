using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>How Slack is asked to show an instant in each reader's own zone. (Slack: formatting message text, date.)</summary>
internal static class SlackMoments
{
    public static string Format(MomentStyle style) => style switch
    {
        MomentStyle.Time => "{time}",
        MomentStyle.Date => "{date_short_pretty}",
        _ => "{date_short_pretty}, {time}",
    };
}
