using System.Reflection;
using CapaCitoyenne.Learning.Localization;
using CapaCitoyenne.Learning.Questions;
using CapaCitoyenne.Learning.Questions.Gift;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Learning.Data;

public class TextTests(LearningHub hub)
{
    public static TheoryData<string> Codes() =>
        [.. new[] { typeof(GiftErrorCodes), typeof(QuestionErrorCodes), typeof(LearningErrorCodes) }
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(field => (string)field.GetRawConstantValue()!).Distinct()];

    [Theory, MemberData(nameof(Codes))]
    public void Every_code_of_the_engine_has_its_text(string code) =>
        hub.Services.GetRequiredService<IStringLocalizer<LearningResource>>()[code].ResourceNotFound.ShouldBeFalse();
}
