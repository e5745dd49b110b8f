using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Promises;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Handover;

/// <summary>Where a brief goes.</summary>
/// <param name="Words">As in "sent to …".</param>
/// <param name="InThread">It joins the case's working thread.</param>
internal sealed record BriefAddress(Destination To, string Words, Instant? NotBefore, bool InThread);

/// <summary>The messages of a hand-off: the brief itself, what comes back, and the two questions afterwards.</summary>
internal sealed class BriefMail(OutboxStore outbox, People.Directory directory, CaseMail mail)
{
    /// <summary>
    /// Engineering's own room where the directory names one, else the engineer's own conversation, else the case's working thread. A
    /// restricted case goes to the engineer alone. Never to a customer's channel, whatever the directory says of it.
    /// </summary>
    public BriefAddress? AddressOf(SupportCase c, Instant now)
    {
        var known = directory.Current;
        if (!c.Restricted && known.Channel(ChannelUse.Engineering, c.Platform) is { } room && !known.IsCustomerChannel(room.Platform, room.ChannelId))
        {
            return new(new ToChannel(room.Platform, room.ChannelId), "engineering's room", null, false);
        }

        if (c.EngineeringOwner is { } engineer && mail.AddressOf(engineer.Id, c, now) is { } recipient)
        {
            return new(recipient.To, engineer.Name, recipient.NotBefore, false);
        }

        return !c.Restricted && known.Channel(ChannelUse.Triage, c.Platform) is { } triage && !known.IsCustomerChannel(triage.Platform, triage.ChannelId)
            ? new(new ToChannel(triage.Platform, triage.ChannelId), "its working thread", null, true)
            : null;
    }

    /// <summary>Records a hand-off and posts its brief.</summary>
    public Handoff Send(UnitOfWork work, SupportCase c, Actor by, BriefAddress address, bool again)
    {
        var sender = by.Side == Side.Staff ? by : new Actor(c.Owner?.Id, c.Owner?.Name ?? by.Name, Side.Staff);
        var handoff = new Handoff
        {
            Id = Guid.CreateVersion7(work.Now.ToDateTimeOffset()),
            CaseId = c.Id,
            SentAt = work.Now,
            SentBy = sender.Name,
            SentById = sender.Id,
            To = c.EngineeringOwner,
            Score = ScoreOf(c).Percent,
            Again = again,
            Where = address.To,
        };
        HandoffStore.Insert(work, handoff);
        outbox.Post(work, Letter.LiveForStaff(address.To, BriefCard.CardName, handoff.Id.ToString()) with
        {
            Anchor = handoff.Anchor,
            ThreadAnchor = address.InThread ? c.TriageAnchor : null,
            CaseId = c.Id,
            Droppable = true,
            NotBefore = address.NotBefore,
            Mentions = address.To is ToChannel && c.EngineeringOwner is { } engineer ? Mention(engineer.Id, address.To.Platform) : [],
        });
        return handoff;
    }

    public BriefScore ScoreOf(SupportCase c) => BriefScore.Of(BriefReader.Enriched(c, directory.Current.CustomerById(c.CustomerId)));

    /// <summary>Draws the posted brief anew.</summary>
    public void Redraw(UnitOfWork work, Handoff handoff) =>
        outbox.Redraw(work, handoff.Where, Audience.Staff, handoff.Anchor, BriefCard.CardName, handoff.Id.ToString(), handoff.CaseId);

    /// <summary>Passes something on to engineering: under the brief where it stands in a room of theirs, else to the engineer alone.</summary>
    /// <param name="handoff">The newest; null when no brief was sent.</param>
    /// <param name="calls">The engineer is named, since they may wait for it.</param>
    public void Pass(UnitOfWork work, SupportCase c, Handoff? handoff, StaffCard card, bool calls)
    {
        if (handoff is { IsOpen: true, Where: ToChannel room } && !c.Restricted && !IsWorkingThread(room))
        {
            outbox.Post(work, Letter.ForStaff(room, card) with
            {
                ThreadAnchor = handoff.Anchor,
                CaseId = c.Id,
                Droppable = true,
                Mentions = calls && c.EngineeringOwner is { } engineer ? Mention(engineer.Id, room.Platform) : [],
            });
        }
        else if (calls || handoff is { IsOpen: true, Where: not ToChannel })
        {
            mail.Tell(work, c, c.EngineeringOwner?.Id, card.With(Button.Act("case.show", "Show the case", c.Id.ToString())), lasting: true);
        }
    }

    private bool IsWorkingThread(ToChannel room) => directory.Current.Channel(ChannelUse.Triage, room.Platform) is { } triage && triage.ChannelId == room.ChannelId;

    private IReadOnlyList<MentionSpan> Mention(Guid personId, string platform) =>
        directory.Current.PersonById(personId)?.MentionOn(platform) ?? [];
}
