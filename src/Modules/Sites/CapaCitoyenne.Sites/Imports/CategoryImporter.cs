namespace CapaCitoyenne.Sites.Imports;

/// <summary>Categories of news.</summary>
internal sealed class CategoryImporter : ITransientDependency
{
    public Task<ImportOutcome> SettleAsync(ImportRun run, SiteImportItem item, SourceItem source) => Task.FromResult(ImportOutcome.LeftOut("Category"));
}
