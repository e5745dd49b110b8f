namespace ChatLiaison;

/// <summary>Where browsers and calendar programs reach this server; null while that is unknown.</summary>
public sealed class PublicAddress(Func<Uri?> find)
{
    public Uri? Root => find();
}
