using ChatLiaison.Cases;
using ChatLiaison.Storage;

namespace ChatLiaison.Announcements;

/// <summary>The only writer of the table <c>announcements</c>.</summary>
internal static class AnnouncementStore
{
    /// <param name="rooms">What the rooms are for.</param>
    public static void Insert(UnitOfWork work, Actor by, string title, string words, IEnumerable<string> rooms) => work.Write(
        "insert into announcements (at, by_id, by_name, title, words, rooms) values ($1, $2, $3, $4, $5, $6)", work.Now, by.Id, by.Name, title, words, rooms.ToArray());
}
