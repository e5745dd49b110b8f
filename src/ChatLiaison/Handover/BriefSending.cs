using ChatLiaison.Cases;
using ChatLiaison.Chat;

namespace ChatLiaison.Handover;

/// <summary>Sends a brief to engineering by hand, whatever level has the case, and sees to it that somebody owes the answer.</summary>
internal sealed class BriefSending(HandoverDesk desk, BriefMail mail, HandoverPromises promises)
{
    public async Task<Reply> RunAsync(Storage.UnitOfWork work, SupportCase c, Actor by, CancellationToken cancellationToken)
    {
        if (await HandoffStore.HoldAsync(work, c.Id, cancellationToken) is { IsOpen: true } open)
        {
            return Reply.Refused(open.State == HandoffState.Accepted
                ? CustomerText.Of($"{CustomerText.Name(open.AnsweredBy)} has the brief of {c.ReferenceText} already.")
                : CustomerText.Of($"The brief of {c.ReferenceText} was sent at {open.SentAt:t}; nobody has answered it yet."));
        }

        if (mail.AddressOf(c, work.Now) is not { } address)
        {
            return Reply.Refused(CustomerText.Of($"There is nobody of engineering to send it to. Escalate {c.ReferenceText}, and the brief goes along."));
        }

        if (await desk.ApplyAsync(work, c, by, HandoverRules.Send(c, by, c.EngineeringOwner, address.Words, mail.ScoreOf(c)), cancellationToken) is { } refusal)
        {
            return refusal;
        }

        mail.Send(work, c, by, address, again: false);
        return Reply.Done(promises.AskEngineering(work, c, c.EngineeringOwner) is { } asked
            ? CustomerText.Of($"The brief of {c.ReferenceText} is with {CustomerText.Name(address.Words)}. {CustomerText.Name(asked.Name)} is to answer it by {asked.Due}.")
            : CustomerText.Of($"The brief of {c.ReferenceText} is with {CustomerText.Name(address.Words)}. Nobody of engineering can be reached now; you are reminded to get an answer."));
    }
}
