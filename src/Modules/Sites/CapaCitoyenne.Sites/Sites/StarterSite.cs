using System.Reflection;
using System.Text.RegularExpressions;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Twin;
using CapaCitoyenne.Sites.Menus;
using CapaCitoyenne.Sites.Pages;

namespace CapaCitoyenne.Sites.Sites;

/// <summary>
/// The pages that a site starts with, as drafts, filled in with what the sign-up knows. Their texts are files in <c>Starter/</c>,
/// in the plain text form of documents, with <c>{Name}</c>, <c>{Town}</c>, <c>{ContactEmail}</c> and ids of pages to fill in.
/// </summary>
internal sealed partial class StarterSite(ISiteRepository sites, IPageRepository pages, IMenuRepository menus, IRevisionRepository revisions, SiteDocuments documents) : DomainService
{
    private const string Language = "fr";

    private static readonly (PageKind Kind, string File, bool ShowInMenu)[] Pages =
    [
        (PageKind.Home, "home", true), (PageKind.Standard, "about", true), (PageKind.Standard, "contact", true),
        (PageKind.LegalNotice, "legal-notice", false), (PageKind.Privacy, "privacy", false), (PageKind.Accessibility, "accessibility", false),
    ];

    /// <summary>Inside the transaction of the sign-up, with the new space as current tenant.</summary>
    public async Task CreateAsync(AssociationCreatedEvent association)
    {
        await sites.InsertAsync(new Site(GuidGenerator.Create(), association.TenantId, Language));
        var ids = Pages.ToDictionary(page => page.File, _ => GuidGenerator.Create());
        foreach (var (kind, file, _) in Pages)
        {
            var draft = documents.ReadTwin(Fill(Read(file), association, ids));
            var page = new Page(
                ids[file], association.TenantId, kind, draft.Extra["title"].AsText() ?? file, draft.Extra["slug"].AsText() ?? "",
                new PageDocument(draft.Lang, draft.Blocks).ToJson(), Clock.Now);
            await pages.InsertAsync(page);
            await revisions.InsertAsync(new Revision(GuidGenerator.Create(), page, null));
        }
        var menu = Pages.Where(page => page.ShowInMenu).Select(page => new MenuItem(Urn.Of("page", ids[page.File]), null, [])).ToList();
        // Both show themselves once there is something behind them.
        menu.InsertRange(1, [new MenuItem(MenuConsts.News, null, []), new MenuItem(MenuConsts.Agenda, null, [])]);
        await menus.InsertAsync(new Menu(GuidGenerator.Create(), association.TenantId, menu));
    }

    private static string Fill(string text, AssociationCreatedEvent association, Dictionary<string, Guid> ids)
    {
        text = text.Replace("{Name}", Escape(association.Name), StringComparison.Ordinal)
            .Replace("{Town}", Escape(association.Town), StringComparison.Ordinal)
            .Replace("{ContactEmail}", association.AdminEmail, StringComparison.Ordinal);
        return ids.Aggregate(text, (filled, id) => filled.Replace("{page:" + id.Key + "}", Urn.Of("page", id.Value), StringComparison.Ordinal));
    }

    /// <summary>A name is text, whatever Markdown could read into it.</summary>
    private static string Escape(string text) => Marks().Replace(text.ReplaceLineEndings(" "), @"\$0");

    private static string Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"starter/{Language}/{file}.md") ?? throw new AbpException($"There is no starter page {file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"[\\`*_\[\]<>#&|~!:]", RegexOptions.None, 1000)]
    private static partial Regex Marks();
}
