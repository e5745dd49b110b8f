namespace ChatLiaison.Playground.Mirroring;

/// <summary>A kind of difference that a platform may have said it has.</summary>
internal enum Gap
{
    FormFromWords,
    FormFromMention,
    PrivateAnswer,
    MarkedFields,
    CommandInThread,
    CommandOfCustomer,
    Home,
    QuestionBefore,
    LongList,
    Files,
    UnfoldedFields,
    FormTaken,
}

/// <summary>Finds the sentence by which a platform owns up to a difference; without one it is a difference that nobody has declared.</summary>
internal sealed class KnownGaps(Func<PlayedOffer?> offer)
{
    // By words of the declared need, so that a need that is no longer declared covers nothing.
    private static readonly Dictionary<Gap, (bool OfSlack, string Need)> Needs = new()
    {
        [Gap.FormFromWords] = (false, "Open a form by typing a command"),
        [Gap.FormFromMention] = (true, "Open a form from a mention"),
        [Gap.PrivateAnswer] = (false, "An answer in a channel that only one person sees"),
        [Gap.MarkedFields] = (false, "See which field is wrong after sending a form"),
        [Gap.CommandInThread] = (true, "Call a command inside a thread"),
        [Gap.CommandOfCustomer] = (true, "Call a command as somebody from another organisation"),
        [Gap.Home] = (false, "A home page"),
        [Gap.QuestionBefore] = (false, "A question box before an act that is hard to take back"),
        [Gap.LongList] = (true, "Press a button on a very long list"),
        [Gap.Files] = (false, "Attach files in a form"),
        [Gap.FormTaken] = (true, "Be told at once that a form was taken"),
        [Gap.UnfoldedFields] = (true, "Unfold more fields in an open form"),
    };

    public string? Sentence(Gap gap)
    {
        var (ofSlack, need) = Needs[gap];
        var declared = ofSlack ? offer()?.SlackGaps : offer()?.TeamsGaps;
        return declared?.FirstOrDefault(g => g.Need == need) is { } found ? $"{found.Need}: {found.Instead}" : null;
    }
}
