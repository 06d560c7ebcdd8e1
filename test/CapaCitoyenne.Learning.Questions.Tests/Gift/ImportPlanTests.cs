namespace CapaCitoyenne.Learning.Questions.Gift;

public class ImportPlanTests
{
    private static IReadOnlyList<ExistingQuestion> Stored(GiftFile file) =>
        [.. file.Questions.Select(q => new ExistingQuestion(Guid.NewGuid(), q.Question.ExternalId, q.Hash))];

    [Fact]
    public void The_same_file_a_second_time_does_nothing()
    {
        var file = GiftReader.Read("// [id:a]\nA {T}\n\nB {F}");
        ImportPlan.Make(file.Questions, Stored(file)).Select(step => step.Action).ShouldBe([ImportAction.Nothing, ImportAction.Nothing]);
    }

    [Fact]
    public void The_same_id_with_other_content_is_a_new_version()
    {
        var stored = Stored(GiftReader.Read("// [id:a]\nA {T}"));
        var step = ImportPlan.Make(GiftReader.Read("// [id:a]\nA, vraiment {T}").Questions, stored).Single();
        (step.Action, step.Existing).ShouldBe((ImportAction.Update, stored[0].Key));
    }

    [Fact]
    public void New_content_without_an_id_is_a_new_question() =>
        ImportPlan.Make(GiftReader.Read("B {T}").Questions, Stored(GiftReader.Read("A {T}"))).Single().Action.ShouldBe(ImportAction.Create);
}
