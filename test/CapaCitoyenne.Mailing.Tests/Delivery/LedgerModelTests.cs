using System.Globalization;
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
    [InlineData(true)]
    [InlineData(false)]
    public void Whatever_happens_in_whatever_order_everybody_is_accounted_for(bool isScheduling)
    {
        var seen = new SortedDictionary<string, int>(StringComparer.Ordinal);
        Gen.Int[0, int.MaxValue - 1].Sample(
            seed =>
            {
                var world = new LedgerWorld(seed, isScheduling);
                var wrong = world.Run();
                lock (seen)
                {
                    foreach (var (name, count) in world.Provider.Seen) seen[name] = seen.GetValueOrDefault(name) + count;
                }

                return wrong is null ? true : throw new InvalidOperationException($"Schedule {seed}: {wrong}");
            },
            iter: 1000, threads: 1);

        // The schedules come to all the places that they are meant to come to.
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', seen.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key}: {s.Value}"))));
        foreach (var step in Enum.GetValues<CapaCitoyenne.Mailing.Delivery.Engine.DeliveryStep>().Where(s => s != CapaCitoyenne.Mailing.Delivery.Engine.DeliveryStep.CampaignStarted))
        {
            if (isScheduling || step != CapaCitoyenne.Mailing.Delivery.Engine.DeliveryStep.CancelRequested) seen.ShouldContainKey($"Killed: {step}");
        }
    }
}
