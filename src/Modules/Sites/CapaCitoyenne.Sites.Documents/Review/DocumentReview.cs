using System.Text.RegularExpressions;
using CapaCitoyenne.Sites.Documents.Blocks;

namespace CapaCitoyenne.Sites.Documents.Review;

/// <summary>
/// « La relecture bienveillante »: what somebody who reads along would point out before a document goes online. Rules, no statistics: the
/// same text gets the same remarks, and each rule has its test. Never throws on content.
/// </summary>
public static class DocumentReview
{
    /// <summary>More remarks help nobody: the first ones are told, in the order of the document.</summary>
    public const int MaxRemarks = 40;

    /// <summary>From how many words on a text wants headings.</summary>
    private const int LongText = 350;

    public static IReadOnlyList<ReviewRemark> Check(PageDocument document, BlockCatalog catalog, ReviewContext context)
    {
        var passages = Passage.Of(document, catalog, context).ToList();
        var byBlock = passages.ToLookup(passage => passage.BlockId);
        var headings = new HeadingRules();
        var remarks = new List<ReviewRemark>();
        void Add(IEnumerable<ReviewRemark> rule)
        {
            try
            {
                remarks.AddRange(rule);
            }
            catch (RegexMatchTimeoutException)
            {
                // A text made to keep a rule busy, or a machine that is: the rule has no more to say.
            }
        }

        foreach (var passage in passages.Where(passage => passage.BlockId.Length == 0))
        {
            Add(DateRules.Check(passage, context));
            Add(WritingRules.Check(passage));
        }
        foreach (var block in document.AllBlocks().Where(b => !b.IsKept))
        {
            if (catalog.Find(block.Type) is { } definition) Add(BlockRules.Check(block, definition, context));
            headings.Enter(block);
            foreach (var passage in byBlock[block.Id])
            {
                Add(DateRules.Check(passage, context));
                Add(LinkRules.Check(passage, context));
                Add(WritingRules.Check(passage));
                Add(headings.Check(passage));
            }
        }
        Add(DateRules.CheckInvitation(passages, document.AllBlocks().Any(b => b.Type is BlockTypes.Map or BlockTypes.Agenda), context));
        if (DocumentInsight.Headings(document).Count == 0 && DocumentInsight.CountWords(document) > LongText)
            remarks.Add(new ReviewRemark(ReviewCodes.HeadingsMissing, "", null, null, new Dictionary<string, object>()));
        return [.. remarks.Take(MaxRemarks)];
    }
}
