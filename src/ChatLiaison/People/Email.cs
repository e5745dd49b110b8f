using ChatLiaison.Playbook;

namespace ChatLiaison.People;

/// <summary>An address as the directory keeps it: in lower case, since two spellings are one mailbox.</summary>
internal static class Email
{
    public static string? Read(YamlValue? value)
    {
        if (value?.Text() is not { } text)
        {
            return null;
        }

        if (Read(text) is { } email)
        {
            return email;
        }

        value.Wrong($"'{text}' is not an address. Write one such as dana@example.com instead.");
        return null;
    }

    /// <summary>Null when it is none.</summary>
    public static string? Read(string text) =>
        text.Split('@') is [{ Length: > 0 }, { Length: > 0 }] && !text.Any(char.IsWhiteSpace) ? text.ToLowerInvariant() : null;
}
