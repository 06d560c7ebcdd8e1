using CapaCitoyenne.Mailing.Results;

namespace CapaCitoyenne.Mailing.Measurement;

/// <summary>Reads the counters of a letter as they may be shown.</summary>
internal sealed class LetterMeasurements(ILetterCounterRepository counters) : ITransientDependency
{
    /// <returns>Null when the letter was not measured.</returns>
    public async Task<LetterMeasurementDto?> FindAsync(Guid campaignId, CancellationToken cancellationToken = default)
    {
        var rows = await counters.GetListAsync(c => c.CampaignId == campaignId, cancellationToken);
        return rows.Count == 0 ? null : Show(await counters.CountPeopleAsync(campaignId, cancellationToken), rows);
    }

    internal static LetterMeasurementDto Show(int people, IReadOnlyCollection<LetterCounter> rows) => people < LetterMeasurementDto.Least
        ? new LetterMeasurementDto()
        : new LetterMeasurementDto
        {
            People = people,
            Readings = Enough(rows.Where(c => c.Url is null).Sum(c => c.Count)),
            // What is not told does not show in the order either.
            Links = [.. rows.Where(c => c.Url is not null).OrderByDescending(c => Enough(c.Count) ?? 0).ThenBy(c => c.Number).Select(c => new LinkClicksDto(c.Url!, Enough(c.Count)))],
        };

    private static int? Enough(int count) => count < LetterMeasurementDto.Least ? null : count;
}
