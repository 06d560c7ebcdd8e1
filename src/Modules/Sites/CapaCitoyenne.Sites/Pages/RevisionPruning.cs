using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Sites.Pages;

/// <summary>Which revisions go: after a week all but the last of each day, after three months the rest. Published ones are not asked about.</summary>
internal static class RevisionPruning
{
    /// <param name="unpublished">Numbers with the time of their last change (UTC), newest first, without the draft's own.</param>
    public static int[] Superfluous(IEnumerable<(int Number, DateTime Time)> unpublished, DateTime now)
    {
        var keptDays = new HashSet<DateOnly>();
        var kept = 0;
        var superfluous = new List<int>();
        foreach (var (number, time) in unpublished)
        {
            var age = now - time;
            var isLastOfDay = keptDays.Add(SiteDay.Of(time));
            var stays = age <= TimeSpan.FromDays(PageConsts.KeepAllDays) || (isLastOfDay && age <= TimeSpan.FromDays(PageConsts.KeepDailyDays));
            if (!stays || ++kept > PageConsts.MaxRevisions) superfluous.Add(number);
        }
        return [.. superfluous];
    }
}
