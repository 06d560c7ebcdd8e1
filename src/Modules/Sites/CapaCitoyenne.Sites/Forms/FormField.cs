namespace CapaCitoyenne.Sites.Forms;

/// <summary>One question of a form.</summary>
/// <param name="Id">Stays when the label changes. Also the name of the input.</param>
internal sealed record FormField(string Id, FormFieldKind Kind, string Label, string? Help, bool IsRequired, IReadOnlyList<string> Options)
{
    public bool HasOptions => Kind is FormFieldKind.ChoiceOne or FormFieldKind.ChoiceMany;
}

/// <summary>What was answered, with the question as it was asked: the form may change later.</summary>
internal sealed record FormAnswer(string FieldId, string Label, IReadOnlyList<string> Values);
