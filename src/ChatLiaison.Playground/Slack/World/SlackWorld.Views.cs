using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

public sealed partial class SlackWorld
{
    /// <summary>A person may have three modals on top of each other.</summary>
    public const int DeepestStack = 3;

    private readonly Dictionary<string, ImmutableList<SlackView>> _stacks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SlackView> _homes = new(StringComparer.Ordinal);

    /// <summary>The person's open modals, the one on show last.</summary>
    public IReadOnlyList<SlackView> Views(string userId) => Read(() => StackOf(userId));

    /// <summary>The modal on show, or null.</summary>
    public SlackView? TopView(string userId) => Read(() => StackOf(userId).LastOrDefault());

    /// <summary>The person's App Home as last published, or null.</summary>
    public SlackView? Home(string userId) => Read(() => _homes.GetValueOrDefault(userId));

    internal SlackView? FindView(string? viewId, string? externalId) => Read(() =>
        _stacks.Values.SelectMany(s => s).Concat(_homes.Values)
            .FirstOrDefault(v => viewId is not null ? v.Id == viewId : v.ExternalId == externalId));

    /// <summary>Opens a modal alone on the stack.</summary>
    internal SlackView OpenView(string userId, JsonObject content)
    {
        var id = NewId("V");
        var view = NewView(id, userId, content, id, null);
        Read(() => _stacks[userId] = [view]);
        Report(SlackChangeKind.ViewOpened, userId: userId, viewId: id);
        return view;
    }

    /// <summary>Puts a modal on top of the stack; null when it is full (or nothing is open).</summary>
    internal SlackView? PushView(string userId, JsonObject content)
    {
        var pushed = Read(() =>
        {
            var stack = StackOf(userId);
            if (stack.Count is 0 or >= DeepestStack)
            {
                return null;
            }

            var view = NewView(NewId("V"), userId, content, stack[0].Id, stack[^1].Id);
            _stacks[userId] = stack.Add(view);
            return view;
        });
        if (pushed is not null)
        {
            Report(SlackChangeKind.ViewOpened, userId: userId, viewId: pushed.Id);
        }

        return pushed;
    }

    /// <summary>
    /// Replaces a modal's content. What was typed stays only in fields whose block id, action id and kind are the same. Null when the
    /// modal is gone; the unchanged view when the hash is stale.
    /// </summary>
    internal SlackView? UpdateView(string viewId, JsonObject content, string? expectedHash = null)
    {
        SlackView? result = null;
        var isChanged = ChangeView(viewId, view =>
        {
            result = view;
            if (expectedHash is not null && expectedHash != view.Hash)
            {
                return view;
            }

            var fresh = NewView(view.Id, view.UserId, content, view.RootId, view.PreviousId);
            return result = fresh with { Typed = fresh.Typed.SetItems(StillThere(view, fresh)) };
        });
        return isChanged ? result : null;
    }

    /// <summary>Changes what the person typed, or the errors shown.</summary>
    internal bool ChangeView(string viewId, Func<SlackView, SlackView> change)
    {
        var owner = Read(() =>
        {
            foreach (var (userId, stack) in _stacks)
            {
                var at = stack.FindIndex(v => v.Id == viewId);
                if (at >= 0)
                {
                    _stacks[userId] = stack.SetItem(at, change(stack[at]));
                    return userId;
                }
            }

            if (_homes.Values.FirstOrDefault(h => h.Id == viewId) is { } home)
            {
                _homes[home.UserId] = change(home);
                return home.UserId;
            }

            return null;
        });
        if (owner is not null)
        {
            Report(SlackChangeKind.ViewChanged, userId: owner, viewId: viewId);
        }

        return owner is not null;
    }

    /// <summary>Closes the view on show, or the whole stack; returns what was closed, top first.</summary>
    internal IReadOnlyList<SlackView> CloseViews(string userId, bool all)
    {
        var closed = Read(() =>
        {
            var stack = StackOf(userId);
            var keep = all ? 0 : Math.Max(0, stack.Count - 1);
            _stacks[userId] = stack.GetRange(0, keep);
            return stack.GetRange(keep, stack.Count - keep).Reverse();
        });
        foreach (var view in closed)
        {
            Report(SlackChangeKind.ViewClosed, userId: userId, viewId: view.Id);
        }

        return closed;
    }

    internal SlackView PublishHome(string userId, JsonObject content)
    {
        var view = Read(() =>
        {
            var id = _homes.GetValueOrDefault(userId)?.Id ?? NewId("V");
            return _homes[userId] = NewView(id, userId, content, id, null);
        });
        Report(SlackChangeKind.HomePublished, userId: userId, viewId: view.Id);
        return view;
    }

    private SlackView NewView(string id, string userId, JsonObject content, string rootId, string? previousId)
    {
        var copy = content.Frozen();
        copy["blocks"] = BlockIds.Filled(content["blocks"] as JsonArray ?? [], () => NewId("b"));
        var view = new SlackView(id, userId, copy.Text("type") ?? "modal", NewId("h"), copy) { RootId = rootId, PreviousId = previousId };
        return view with { Typed = FieldValues.Initial(view.Blocks) };
    }

    private static IEnumerable<KeyValuePair<SlackFieldKey, JsonObject>> StillThere(SlackView before, SlackView after)
    {
        var kinds = BlockElements.In(after.Blocks).ToDictionary(e => e.Key, e => e.Type);
        return before.Typed.Where(typed => kinds.GetValueOrDefault(typed.Key) == typed.Value.Text("type"));
    }

    private ImmutableList<SlackView> StackOf(string userId) => _stacks.GetValueOrDefault(userId) ?? [];
}
