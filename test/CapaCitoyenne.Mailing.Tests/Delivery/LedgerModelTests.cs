using System.Globalization;
using CapaCitoyenne.Mailing.Delivery.Engine;
using CapaCitoyenne.Mailing.Tests.Delivery.Model;
using CsCheck;

namespace CapaCitoyenne.Mailing.Tests.Delivery;

/// <summary>
/// The engine in memory against its promise: nobody is lost, nobody is written to twice, and the ledger says about everybody what is true.
/// A failure names a seed, and a seed is a schedule that can be run again.
/// </summary>
public class LedgerModelTests
{
    [Theory]
    [InlineData(ProviderManner.Scheduling)]
    [InlineData(ProviderManner.Immediate)]
    [InlineData(ProviderManner.PerPerson)]
    public void Whatever_happens_in_whatever_order_everybody_is_accounted_for(ProviderManner manner)
        => Gen.Int[0, int.MaxValue - 1].Sample(seed => { Run(seed, manner); }, iter: Schedules.Count(200), threads: 1);

    /// <summary>On seeds that are always the same: schedules that chance chooses may leave a place out.</summary>
    [Theory]
    [InlineData(ProviderManner.Scheduling)]
    [InlineData(ProviderManner.Immediate)]
    [InlineData(ProviderManner.PerPerson)]
    public void The_schedules_come_to_all_the_places_that_they_are_meant_to_come_to(ProviderManner manner)
    {
        var seen = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 0; seed < 200; seed++)
        {
            foreach (var (name, count) in Run(seed, manner)) seen[name] = seen.GetValueOrDefault(name) + count;
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', seen.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key}: {s.Value}"))));
        foreach (var step in Enum.GetValues<DeliveryStep>().Where(s => s != DeliveryStep.CampaignStarted))
        {
            if (manner == ProviderManner.Scheduling || step != DeliveryStep.CancelRequested) seen.ShouldContainKey($"Killed: {step}");
        }
    }

    /// <returns>What happened, and how often.</returns>
    private static SortedDictionary<string, int> Run(int seed, ProviderManner manner)
    {
        using var world = new LedgerWorld(seed, manner);
        return world.Run() is { } wrong ? throw new InvalidOperationException($"Schedule {seed}: {wrong}") : world.Provider.Seen;
    }
}

/// <summary>How many schedules the tests of the ledger try: some at each run, as many as wished by <c>CAPA_TEST_SCHEDULES</c>.</summary>
internal static class Schedules
{
    public static int Count(int usual)
        => int.TryParse(Environment.GetEnvironmentVariable("CAPA_TEST_SCHEDULES"), CultureInfo.InvariantCulture, out var wished) ? wished : usual;
}
