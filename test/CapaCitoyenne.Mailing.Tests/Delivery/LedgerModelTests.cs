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
    {
        var seen = new SortedDictionary<string, int>(StringComparer.Ordinal);
        Gen.Int[0, int.MaxValue - 1].Sample(
            seed =>
            {
                using var world = new LedgerWorld(seed, manner);
                var wrong = world.Run();
                lock (seen)
                {
                    foreach (var (name, count) in world.Provider.Seen) seen[name] = seen.GetValueOrDefault(name) + count;
                }

                return wrong is null ? true : throw new InvalidOperationException($"Schedule {seed}: {wrong}");
            },
            iter: Schedules.Count(200), threads: 1);

        // The schedules come to all the places that they are meant to come to.
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', seen.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key}: {s.Value}"))));
        foreach (var step in Enum.GetValues<DeliveryStep>().Where(s => s != DeliveryStep.CampaignStarted))
        {
            if (manner == ProviderManner.Scheduling || step != DeliveryStep.CancelRequested) seen.ShouldContainKey($"Killed: {step}");
        }
    }
}

/// <summary>How many schedules the tests of the ledger try: some at each run, as many as wished by <c>CAPA_TEST_SCHEDULES</c>.</summary>
internal static class Schedules
{
    public static int Count(int usual)
        => int.TryParse(Environment.GetEnvironmentVariable("CAPA_TEST_SCHEDULES"), CultureInfo.InvariantCulture, out var wished) ? wished : usual;
}
