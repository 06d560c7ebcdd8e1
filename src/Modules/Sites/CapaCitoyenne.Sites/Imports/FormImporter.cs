using CapaCitoyenne.Sites.Forms;
using CapaCitoyenne.Sites.Imports.Markdown;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>Forms of an archive. Whoever imports them is told of answers, until somebody else is named.</summary>
internal sealed class FormImporter(IFormRepository forms, IDataFilter dataFilter, ICurrentTenant currentTenant) : ITransientDependency
{
    public async Task<ImportOutcome> SettleAsync(ImportRun run, SiteImportItem item, SourceItem source)
    {
        var id = item.TargetId!.Value;
        using (dataFilter.Disable<ISoftDelete>())
            if (await forms.AnyAsync(form => form.Id == id)) return new(SiteImportItemState.AlreadyThere, id);
        if (await forms.GetCountAsync() >= FormConsts.MaxForms) throw new BusinessException(SitesErrorCodes.TooManyForms).WithData("Max", FormConsts.MaxForms);
        var file = FormFile.Read(source.Body ?? "");
        var fields = file.Fields.ConvertAll(field => field.ToField());
        if (fields.Count > FormConsts.MaxFields || fields.Exists(IsTooLong)) return ImportOutcome.LeftOut("TooLong", new ImportNote("Original", Html.HtmlConverter.Shorten(source.Body ?? "")));
        try
        {
            var form = new Form(id, currentTenant.Id!.Value, file.Name, file.Purpose, file.RetentionMonths, fields);
            form.Describe(file.Name, file.Purpose, file.RetentionMonths, file.SuccessMessage);
            form.Open(!file.Closed);
            if (run.Import.CreatorId is { } importer) form.SetRecipients([importer]);
            await forms.InsertAsync(form);
        }
        catch (ArgumentException exception)
        {
            return ImportOutcome.LeftOut("Failed", new ImportNote("Document", exception.ParamName));
        }
        return new(SiteImportItemState.Imported, id);
    }

    // The limits of the editor's form.
    private static bool IsTooLong(FormField field)
        => field.Label.Length is 0 or > FormConsts.MaxLabelLength || field.Help?.Length > FormConsts.MaxHelpLength || field.Options.Count > FormConsts.MaxOptions
            || field.Options.Any(option => option.Length > FormConsts.MaxOptionLength);
}
