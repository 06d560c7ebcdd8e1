using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Delivery;
using CsCheck;

namespace CapaCitoyenne.Mailing.Tests.Unit;

public class DeliveryMergeTests
{
    private static readonly Gen<DeliveryState> AnyState = Gen.OneOf([.. Enum.GetValues<DeliveryState>().Select(s => Gen.Const(s))]);
    private static readonly Gen<DeliveryState> News = Gen.OneOf([.. Enum.GetValues<DeliveryState>()
        .Where(s => s is >= DeliveryState.Accepted and < DeliveryMerge.FirstNeverSent).Select(s => Gen.Const(s))]);

    [Fact]
    public void Order_and_repetition_of_events_do_not_matter() =>
        Gen.Select(AnyState, News.Array[1, 8], Gen.Int[0, 1000]).Sample((start, news, seed) =>
        {
            var expected = news.Aggregate(start, DeliveryMerge.Merge);
            var random = new Random(seed);
            var disordered = news.Concat(news.Take(random.Next(news.Length))).OrderBy(_ => random.Next());
            disordered.Aggregate(start, DeliveryMerge.Merge).ShouldBe(expected);
        });

    [Fact]
    public void A_state_never_goes_back() =>
        Gen.Select(AnyState, News).Sample((current, news) => ((int)DeliveryMerge.Merge(current, news)).ShouldBeGreaterThanOrEqualTo((int)current));

    [Fact]
    public void The_strongest_of_a_batch_counts_as_the_whole_batch() =>
        Gen.Select(AnyState, News.Array[1, 8]).Sample((start, news) =>
            DeliveryMerge.Merge(start, DeliveryMerge.Strongest(news.Select(n => new DeliveryNews(n, null, default))).State)
                .ShouldBe(news.Aggregate(start, DeliveryMerge.Merge)));

    [Theory]
    [InlineData(DeliveryState.Skipped)]
    [InlineData(DeliveryState.Refused)]
    [InlineData(DeliveryState.Cancelled)]
    public void Who_was_certainly_not_written_to_stays_so(DeliveryState state) =>
        DeliveryMerge.Merge(state, DeliveryState.Delivered).ShouldBe(state);

    [Fact]
    public void A_late_bounce_beats_a_delivery() =>
        DeliveryMerge.Merge(DeliveryState.Delivered, DeliveryState.Bounced).ShouldBe(DeliveryState.Bounced);
}
