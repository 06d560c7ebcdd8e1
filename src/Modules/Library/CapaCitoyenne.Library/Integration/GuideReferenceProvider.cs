using CapaCitoyenne.Library.Commons;
using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Library.Integration;

/// <summary>Guides of the commons for <c>guide:</c> in documents.</summary>
internal sealed class GuideReferenceProvider(ICommonsGuideRepository commons) : IReferenceProvider
{
    public string Scheme => "guide";

    public string PathOf(string name) => CommonsGuide.PathOf(name);

    public async Task<List<ReferencedItem>> FindAsync(IReadOnlyList<string> names)
        => (await commons.GetListAsync(guide => names.Contains(guide.Slug) && guide.IsCurrent && guide.WithdrawnTime == null))
            .ConvertAll(guide => new ReferencedItem(guide.Slug, guide.Content.Title, guide.Content.Aim));
}
