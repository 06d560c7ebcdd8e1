using CapaCitoyenne.Mailing.Campaigns;

namespace CapaCitoyenne.Mailing.Automation;

/// <summary>
/// A letter that the site's news make by themselves. Each news is in one letter and no more: a letter covers what went online from
/// <see cref="CoveredUntil"/> on, and both move on in the transaction that writes it.
/// </summary>
internal sealed class Digest : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    private Digest() { }

    public Digest(Guid id, DigestPlan plan, DateTime now) : base(id)
    {
        CoveredUntil = now;
        Update(plan, now);
    }

    public Guid? TenantId { get; private set; }

    public string Subject { get; private set; } = "";

    public string? Intro { get; private set; }

    public List<Guid> ListIds { get; private set; } = [];

    public DigestRhythm Rhythm { get; private set; }

    public DayOfWeek Weekday { get; private set; }

    public TimeOnly Time { get; private set; }

    public bool SendsItself { get; private set; }

    public bool HasEvents { get; private set; }

    public bool IsPaused { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime NextTime { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime CoveredUntil { get; private set; }

    public Guid? LastCampaignId { get; private set; }

    public DateTime? LastCampaignTime { get; private set; }

    private DigestSchedule Schedule => new(Rhythm, Weekday, Time);

    public void Update(DigestPlan plan, DateTime now)
    {
        Subject = plan.Subject.Trim();
        Intro = string.IsNullOrWhiteSpace(plan.Intro) ? null : plan.Intro.Trim();
        ListIds = [.. plan.ListIds.Distinct()];
        (Rhythm, Weekday, Time) = plan.Schedule;
        (SendsItself, HasEvents) = (plan.SendsItself, plan.HasEvents);
        Plan(now);
    }

    public void Pause() => IsPaused = true;

    public void Resume(DateTime now)
    {
        IsPaused = false;
        Plan(now);
    }

    public void Restore() => Undelete();

    public bool IsDue(DateTime now) => !IsPaused && NextTime <= now;

    /// <summary>Nothing new: the next time may bring something, and nothing is left out.</summary>
    public void Skip(DateTime now) => NextTime = Schedule.Next(now, NextTime);

    /// <summary>A letter was written about all that went online before <paramref name="until"/>. Hours that were missed are not made up for one by one.</summary>
    public void Wrote(Campaign campaign, DateTime until, DateTime now)
    {
        CoveredUntil = until;
        LastCampaignId = campaign.Id;
        LastCampaignTime = now;
        Skip(now);
    }

    /// <summary>In step with the hours before: a fortnight stays one when the subject is changed in between.</summary>
    private void Plan(DateTime now) => NextTime = Schedule.Next(now, NextTime == default ? null : NextTime);
}

/// <summary>What people decide about a digest.</summary>
/// <param name="ListIds">Empty = the whole address book.</param>
internal sealed record DigestPlan(string Subject, string? Intro, IReadOnlyList<Guid> ListIds, DigestSchedule Schedule, bool SendsItself, bool HasEvents);
