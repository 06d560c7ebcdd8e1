namespace CapaCitoyenne.Mailing.Templates;

/// <summary>Finds what a letter starts with, by the key of a template: of ours, or of the space.</summary>
internal sealed class LetterDrafts(TemplateLibrary library, IRepository<LetterTemplate, Guid> templates) : ITransientDependency
{
    /// <exception cref="EntityNotFoundException">No such template.</exception>
    public async Task<LetterDraft> GetAsync(string key) => Guid.TryParse(key, out var id)
        ? (await templates.GetAsync(id)).ToDraft()
        : (await library.FindAsync(key) ?? throw new EntityNotFoundException(typeof(LetterTemplate), key)).Draft;
}
