using CapaCitoyenne.Library.Commons;
using CapaCitoyenne.Library.Localization;
using CapaCitoyenne.Sites.Exports;
using CapaCitoyenne.Sites.Media;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Library.Guides;

/// <summary>
/// All guides of the current space in files that last: a Markdown file a guide, with its front matter, as it is written now, and the pictures that
/// they show. It is sent while the guides are read, and read back.
/// </summary>
internal sealed class GuideArchive(
    IRepository<Guide, Guid> guides, GuideBody bodies, AttributionFinder attributions, IMediaIntegrationService media, IAsyncQueryableExecuter executer,
    IGuideAppService guideService, IUnitOfWorkManager unitOfWorkManager, IStringLocalizer<LibraryResource> texts) : ITransientDependency
{
    public const string FileName = "guides.zip";

    private const string Extension = ".md";
    private const int PageSize = 20; // of up to 256 KB each

    public async Task WriteAsync(Stream target, CancellationToken cancellationToken)
    {
        await using var archive = new MediaArchive(target, media);
        await archive.AddAsync(texts["Archive:ReadMeName"], texts["Archive:ReadMe"], cancellationToken);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var last = Guid.Empty;
        while (await ReadPageAsync(last) is { Count: > 0 } page)
        {
            foreach (var guide in page)
            {
                await archive.AddAsync(NameOf(guide.Title, names), GuideMarkdown.Write(guide, bodies.ToMarkdown(guide.Body)), cancellationToken);
            }

            last = page[^1].Id;
        }

        await archive.AddMediaAsync(cancellationToken);
    }

    /// <summary>Begins a guide from each Markdown file of an archive, its pictures uploaded to the current space.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="BusinessException">
    /// Those of <see cref="MediaArchiveReader"/> and <see cref="IGuideAppService.ImportAsync"/>; <see cref="LibraryErrorCodes.ArchiveWithoutGuide"/>.
    /// </exception>
    public async Task<int> ReadAsync(Stream source, CancellationToken cancellationToken)
    {
        using var archive = MediaArchiveReader.Open(source);
        var names = archive.Names.Where(name => name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)).ToList();
        if (names.Count == 0)
        {
            throw new BusinessException(LibraryErrorCodes.ArchiveWithoutGuide);
        }

        foreach (var name in names)
        {
            var markdown = (await archive.ReadAsync(name, GuideConsts.MaxMarkdownLength, cancellationToken))!;
            await ImportAsync(name, await archive.BringMediaAsync(markdown, media, cancellationToken));
        }

        return names.Count;
    }

    private async Task ImportAsync(string name, string markdown)
    {
        try
        {
            await guideService.ImportAsync(new ImportGuideInput { Markdown = markdown });
        }
        catch (BusinessException refusal) when (refusal is { Code: LibraryErrorCodes.FrontMatterInvalid })
        {
            throw GuideMarkdown.Invalid((long)refusal.Data["Line"]!, $"{name}, {refusal.Data["Problem"]}");
        }
    }

    // In a unit of work of its own, so that what has been sent is not kept.
    private async Task<List<GuideDto>> ReadPageAsync(Guid after)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false);
        var page = await executer.ToListAsync((await guides.GetQueryableAsync()).Where(guide => guide.Id.CompareTo(after) > 0).OrderBy(guide => guide.Id).Take(PageSize));
        var found = new List<GuideDto>();
        foreach (var guide in page)
        {
            found.Add(guide.ToDto(guide.Content, await attributions.FindAsync(guide.SourceId, guide.SourceKind)));
        }

        await unitOfWork.CompleteAsync();
        return found;
    }

    private static string NameOf(string title, HashSet<string> taken)
    {
        var slug = Slugs.From(title);
        for (var number = 1;; number++)
        {
            if ((number == 1 ? slug : $"{slug}-{number}") + Extension is var name && taken.Add(name))
            {
                return name;
            }
        }
    }
}
