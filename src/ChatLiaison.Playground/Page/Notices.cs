using System.Collections.Immutable;

namespace ChatLiaison.Playground.Page;

/// <summary>What a client showed somebody in passing and they have not closed yet.</summary>
internal sealed class Notices(TimeProvider time)
{
    private const int MostEach = 3;

    private ImmutableList<(string Side, string Person, NoticeView Notice)> _all = [];
    private int _last;

    public void Show(string side, SamplePerson to, string kind, string text)
    {
        var notice = new NoticeView(Interlocked.Increment(ref _last), kind, text, time.GetUtcNow());
        ImmutableInterlocked.Update(ref _all, all =>
        {
            all = all.Add((side, to.Key, notice));
            var theirs = all.Where(n => n.Side == side && n.Person == to.Key).ToList();
            return theirs.Count > MostEach ? all.Remove(theirs[0]) : all;
        });
    }

    public bool Dismiss(int number) => ImmutableInterlocked.Update(ref _all, all => all.RemoveAll(n => n.Notice.Number == number));

    public IReadOnlyList<NoticeView> Of(string side, string person) => [.. _all.Where(n => n.Side == side && n.Person == person).Select(n => n.Notice)];

    public void Clear() => _all = [];
}
