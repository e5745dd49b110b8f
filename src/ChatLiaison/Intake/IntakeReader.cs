using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using ChatLiaison.Playbook;

namespace ChatLiaison.Intake;

/// <summary>Makes a case of what was filled in. Pure over the snapshot.</summary>
internal static class IntakeReader
{
    /// <summary>What is wrong with it, in one sentence a field; empty when nothing is.</summary>
    public static IReadOnlyList<FieldError> Check(Caller caller, FormValues values, Customer? customer)
    {
        var errors = new List<FieldError>();
        if (!values.Has("issue"))
        {
            errors.Add(new("issue", "Say in a sentence what is happening."));
        }

        if (!Enum.TryParse<Impact>(values.One("impact"), out var impact) || !Enum.IsDefined(impact))
        {
            errors.Add(new("impact", "Choose how much it affects."));
        }

        if (!Enum.TryParse<Urgency>(values.One("urgency"), out var urgency) || !Enum.IsDefined(urgency))
        {
            errors.Add(new("urgency", "Choose how soon it hurts."));
        }

        if (customer is null && !caller.IsCustomer)
        {
            errors.Add(new("customer", "Choose the customer. If it is not in the list, ask an admin to add it."));
        }

        foreach (var (id, list) in values.All)
        {
            if (list.Any(v => v.Length > 3000))
            {
                errors.Add(new(id, "That is longer than 3,000 characters. Shorten it, and post the rest in the thread."));
            }
        }

        return errors;
    }

    public static SupportCase Read(Caller caller, FormSubmission form, IntakeSeed seed, Customer customer, Playbook.Playbook playbook)
    {
        var values = form.Values;
        var critical = values.One("critical") == "yes";
        var proposed = playbook.Propose(Enum.Parse<Impact>(values.One("impact")), Enum.Parse<Urgency>(values.One("urgency")), critical);
        var overruled = !caller.IsCustomer && Enum.TryParse<Priority>(values.One("priority"), out var chosen) && Enum.IsDefined(chosen) ? chosen : (Priority?)null;
        var (platform, channel) = Where(customer, form.Place);
        var contact = ContactOf(caller, values, seed, customer, platform);
        return new SupportCase
        {
            Id = Guid.CreateVersion7(caller.Now.ToDateTimeOffset()),
            CustomerId = customer.Id,
            Title = CaseWords.TitleOf(values.One("issue")),
            Status = CaseStatus.New,
            Priority = overruled ?? proposed,
            ProposedPriority = proposed,
            Type = playbook.CaseTypes.Any(t => t.Key == values.One("type")) ? values.One("type") : "",
            Restricted = playbook.CaseTypes.Any(t => t.Restricted && t.Key == values.One("type")),
            LiaisonId = customer.LiaisonId,
            ContactName = contact.Name,
            ContactPlatform = contact.UserId is null ? null : platform,
            ContactUser = contact.UserId,
            Platform = platform,
            ChannelId = channel,
            Sentiment = caller.IsCustomer ? "" : values.One("mood"),
            OpenedAt = caller.Now,
            OpenedBy = caller.Name,
            PolicyVersion = playbook.Version,
            Details = Details(caller, values, seed, critical),
        };
    }

    private static (string Platform, string Channel) Where(Customer customer, ChatPlace place)
    {
        var channel = customer.Channels.FirstOrDefault(c => c.Platform == place.Platform && c.ChannelId == place.ChannelId)
            ?? customer.Channels.FirstOrDefault(c => c.Platform == place.Platform)
            ?? (customer.Channels.Count > 0 ? customer.Channels[0] : null);
        return channel is null ? (place.Platform, "") : (channel.Platform, channel.ChannelId);
    }

    private static (string Name, string? UserId) ContactOf(Caller caller, FormValues values, IntakeSeed seed, Customer customer, string platform)
    {
        if (caller.IsCustomer)
        {
            return (caller.Name, caller.Chat.Platform == platform ? caller.Chat.Id : null);
        }

        var name = values.One("contact");
        if (seed.AuthorId.Length > 0 && (name.Length == 0 || name == seed.AuthorName) && caller.Chat.Platform == platform)
        {
            return (seed.AuthorName, seed.AuthorId);
        }

        var known = customer.Contacts.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase));
        return (name.Length > 0 ? name : customer.Name, known?.Identities.GetValueOrDefault(platform));
    }

    private static CaseDetails Details(Caller caller, FormValues values, IntakeSeed seed, bool critical) => new()
    {
        Issue = values.One("issue"),
        Impact = values.One("impact"),
        Urgency = values.One("urgency"),
        Critical = critical,
        BusinessImpact = values.One("business"),
        StartedAt = values.Moment("started"),
        Steps = values.One("steps"),
        Errors = values.One("errors"),
        OperatingSystem = values.One("os"),
        Browser = values.One("browser"),
        ProductVersion = values.One("version"),
        Expected = values.One("expected"),
        Actual = values.One("actual"),
        TechnicalLevel = caller.IsCustomer ? "" : values.One("level"),
        ContactTitle = values.One("title"),
        Outcome = values.One("outcome"),
        Timeframe = values.One("timeframe"),
        Deadline = values.Moment("deadline"),
        ReachBy = values.One("reach_by"),
        ReachDetails = values.One("reach_details"),
        ReachFor = values.Many("reach_for"),
        Surfaces = values.Many("surfaces"),
        FeatureUse = values.One("feature_use"),
        FeatureBenefit = values.One("feature_benefit"),
        FeatureImpact = values.One("feature_impact"),
        Files = [.. values.Many("files").Select(CaseDetails.FileAt).Concat(seed.Files)],
        SourceLink = seed.Link,
    };
}
