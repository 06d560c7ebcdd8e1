using CapaCitoyenne.Abp.Validation;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Library.Guides;

/// <summary>Limits of what stands inside a list, which attributes cannot say: refused with the field and the line, never cut.</summary>
internal static class GuideFields
{
    /// <exception cref="AbpValidationException">A line or a tag is too long.</exception>
    public static void Check(CreateGuideInput input, IStringLocalizer texts)
    {
        CheckItems("Tags", input.Tags, GuideConsts.MaxTagLength, texts);
        if (input.Card is { } card)
        {
            CheckItems("Card.Material", card.Material, GuideConsts.MaxCardLineLength, texts);
            CheckItems("Card.Variants", card.Variants, GuideConsts.MaxCardLineLength, texts);
            CheckItems("Card.Pitfalls", card.Pitfalls, GuideConsts.MaxCardLineLength, texts);
            CheckItems("Card.Steps", card.Steps.ConvertAll(step => step.Text), GuideConsts.MaxCardLineLength, texts);
        }
    }

    private static void CheckItems(string field, List<string> items, int length, IStringLocalizer texts)
    {
        var index = items.FindIndex(item => item.Trim().Length > length);
        if (index >= 0)
        {
            throw new AbpValidationException(field, texts["Guide:LineTooLong", index + 1, length]);
        }
    }
}
