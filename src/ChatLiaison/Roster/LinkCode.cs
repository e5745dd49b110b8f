using System.Security.Cryptography;
using System.Text;

namespace ChatLiaison.Roster;

/// <summary>A one-time code that people read off one screen and type on another: eight signs that can't be mistaken for each other.</summary>
internal static class LinkCode
{
    private const string Signs = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public static string New()
    {
        var signs = RandomNumberGenerator.GetString(Signs, 8);
        return $"{signs[..4]}-{signs[4..]}";
    }

    /// <summary>What is kept of it; the same however it was typed.</summary>
    public static string Hash(string typed)
    {
        var signs = new string([.. typed.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(signs)));
    }
}
