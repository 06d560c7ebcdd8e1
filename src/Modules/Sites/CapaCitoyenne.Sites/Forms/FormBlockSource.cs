using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Documents.Prose;

namespace CapaCitoyenne.Sites.Forms;

/// <summary>The forms that a document shows. A closed one says so in its place.</summary>
internal sealed class FormBlockSource(IFormRepository forms, FormHtml html) : ITransientDependency
{
    /// <param name="urns">All that a document refers to.</param>
    /// <returns>Its forms, by id.</returns>
    public async Task<Dictionary<Guid, Form>> LoadAsync(IReadOnlyList<string> urns)
    {
        Guid[] ids = [.. urns.Where(urn => Urn.SchemeOf(urn) == Form.UrnScheme).Select(Urn.IdOf).OfType<Guid>()];
        return ids.Length == 0 ? [] : (await forms.GetListAsync(form => ids.Contains(form.Id))).ToDictionary(form => form.Id);
    }

    public static ResolvedLink ToLink(Form form) => new(form.Path, form.Name);

    /// <param name="language">Of the document.</param>
    public string Write(Form form, string language)
    {
        using var readers = new LanguageScope(language);
        return form.IsOpen ? html.Write(form) : html.WriteClosed();
    }
}
