using System.Text.RegularExpressions;

namespace ChatLiaison.Customers;

/// <summary>A customer's key begins its cases' references, so it must be short and read well before a hyphen and a number.</summary>
internal static partial class CustomerKey
{
    public const string Rule = "two to ten capital letters or digits, a letter first";

    public static bool IsValid(string key) => Pattern().IsMatch(key);

    [GeneratedRegex("^[A-Z][A-Z0-9]{1,9}$", RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
