using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Merging;
using CsCheck;

namespace CapaCitoyenne.Sites.Documents.Tests;

public class DocumentMergerTests
{
    private static readonly Gen<(PageDocument Base, PageDocument Mine, PageDocument Theirs)> ThreeVersions
        = Gen.Select(Given.DistinctDocument, Gen.Int[0, 1_000_000], Gen.Int[0, 1_000_000]).Select((document, a, b) => (document, Edit(document, a, "mine"), Edit(document, b, "theirs")));

    [Fact]
    public void Nothing_that_either_side_wrote_is_lost_without_a_conflict()
        => ThreeVersions.Sample(v =>
        {
            var result = DocumentMerger.Merge(v.Base, v.Mine, v.Theirs);
            foreach (var side in new[] { v.Mine, v.Theirs })
            {
                foreach (var block in side.Blocks.Where(b => !v.Base.Blocks.Any(b.ContentEquals)))
                {
                    if (!result.Document.Blocks.Any(block.ContentEquals) && !result.Conflicts.Any(c => c.BlockId == block.Id)) return false;
                }
            }
            return result.Document.Blocks.Select(b => b.Id).Distinct().Count() == result.Document.Blocks.Count;
        }, iter: 5000);

    [Fact]
    public void A_side_that_changed_nothing_gives_way_to_the_other()
        => ThreeVersions.Sample(v => DocumentMerger.Merge(v.Base, v.Mine, v.Base).Document.ContentEquals(v.Mine)
            && DocumentMerger.Merge(v.Base, v.Base, v.Theirs).Document.ContentEquals(v.Theirs)
            && DocumentMerger.Merge(v.Base, v.Mine, v.Mine) is { Conflicts.Count: 0 } same && same.Document.ContentEquals(v.Mine));

    [Fact]
    public void Two_people_who_change_different_blocks_do_not_notice_each_other()
    {
        var result = DocumentMerger.Merge(Page("a", "b", "c"), Page("A", "b", "c"), Page("a", "b", "C"));
        result.Conflicts.ShouldBeEmpty();
        Texts(result.Document).ShouldBe(["A", "b", "C"]);
    }

    [Fact]
    public void The_same_block_changed_twice_is_a_conflict_with_both_texts()
    {
        var conflict = DocumentMerger.Merge(Page("a", "b"), Page("mine", "b"), Page("theirs", "b")).Conflicts.ShouldHaveSingleItem();
        conflict.BlockId.ShouldBe("b0");
        conflict.Mine!.Text("markdown").ShouldBe("mine");
        conflict.Theirs!.Text("markdown").ShouldBe("theirs");
    }

    [Fact]
    public void A_block_removed_by_one_and_changed_by_the_other_is_a_conflict()
    {
        var conflict = DocumentMerger.Merge(Page("a", "b"), new PageDocument("fr", [Page("a", "b").Blocks[1]]), Page("theirs", "b")).Conflicts.ShouldHaveSingleItem();
        conflict.Mine.ShouldBeNull();
        conflict.Theirs.ShouldNotBeNull();
    }

    [Fact]
    public void A_block_that_one_moved_and_the_other_changed_is_moved_and_changed()
    {
        var ancestor = Page("a", "b", "c");
        var moved = new PageDocument("fr", [ancestor.Blocks[2], ancestor.Blocks[0], ancestor.Blocks[1]]);
        var result = DocumentMerger.Merge(ancestor, moved, Page("a", "B", "c"));
        result.Conflicts.ShouldBeEmpty();
        Texts(result.Document).ShouldBe(["c", "a", "B"]);
    }

    [Fact]
    public void Two_people_who_change_different_entries_of_a_list_do_not_notice_each_other()
    {
        var ancestor = Faq("""{"id":"a","question":"A"},{"id":"b","question":"B"}""");
        var mine = Faq("""{"id":"a","question":"A !"},{"id":"b","question":"B"}""");
        var theirs = Faq("""{"id":"b","question":"B ?"},{"id":"a","question":"A"},{"id":"c","question":"C"}""", "Titre");
        var result = DocumentMerger.Merge(ancestor, mine, theirs);
        result.Conflicts.ShouldBeEmpty();
        result.Document.Blocks[0].Text("title").ShouldBe("Titre");
        result.Document.Blocks[0].Items().Select(item => item.Text("question")).ShouldBe(["B ?", "A !", "C"]);
        DocumentMerger.Merge(ancestor, mine, Faq("""{"id":"a","question":"A ?"},{"id":"b","question":"B"}""")).Conflicts.ShouldHaveSingleItem().BlockId.ShouldBe("f");
    }

    [Fact]
    public void Two_people_who_write_in_different_columns_do_not_notice_each_other()
    {
        PageDocument Columns(string left, string right) => Given.Page(
            $$"""{"id":"c","type":"columns","v":1,"columns":[[{"id":"l","type":"text","v":1,"markdown":"{{left}}"}],[{"id":"r","type":"text","v":1,"markdown":"{{right}}"}]]}""");
        var result = DocumentMerger.Merge(Columns("a", "b"), Columns("A", "b"), Columns("a", "B"));
        result.Conflicts.ShouldBeEmpty();
        result.Document.ContentEquals(Columns("A", "B")).ShouldBeTrue();
        DocumentMerger.Merge(Columns("a", "b"), Columns("A", "b"), Columns("Aa", "b")).Conflicts.ShouldHaveSingleItem().BlockId.ShouldBe("c");
    }

    private static PageDocument Faq(string items, string title = "") => Given.Page($$"""{"id":"f","type":"faq","v":1,"title":"{{title}}","items":[{{items}}]}""");

    private static PageDocument Page(params string[] texts)
        => new("fr", [.. texts.Select((text, i) => Given.Make("b" + i, BlockTypes.Text, [], ("markdown", text)))]);

    private static IEnumerable<string?> Texts(PageDocument document) => document.Blocks.Select(b => b.Text("markdown"));

    private static PageDocument Edit(PageDocument document, int seed, string who)
    {
        var random = new Random(seed);
        var blocks = document.Blocks.ToList();
        for (var i = random.Next(4); i > 0; i--)
        {
            var at = random.Next(blocks.Count + 1);
            switch (random.Next(4))
            {
                case 0:
                    blocks.Insert(at, Given.Make($"{who}{i}", BlockTypes.Text, new JsonObject(), ("markdown", who + i)));
                    break;
                case 1 when at < blocks.Count:
                    blocks.RemoveAt(at);
                    break;
                case 2 when at < blocks.Count:
                    blocks[at] = Given.Make(blocks[at].Id, BlockTypes.Text, [], ("markdown", who + seed));
                    break;
                case 3 when at < blocks.Count:
                    var block = blocks[at];
                    blocks.RemoveAt(at);
                    blocks.Insert(random.Next(blocks.Count + 1), block);
                    break;
                default:
                    break;
            }
        }
        return new PageDocument("fr", blocks);
    }
}
