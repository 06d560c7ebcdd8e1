using CapaCitoyenne.Library.Guides;
using CapaCitoyenne.Library.Localization;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Library.Commons;

/// <summary>Computes where a guide comes from: its source, the source of that, and so on. Nobody types an attribution.</summary>
internal sealed class AttributionFinder(ICommonsGuideRepository commons, IStringLocalizer<LibraryResource> texts) : ITransientDependency
{
    private const int MaxDepth = 10;

    public async Task<List<AttributionDto>> FindAsync(Guid? sourceId, AdaptationKind? kind)
    {
        var attributions = new List<AttributionDto>();
        while (sourceId is { } id && attributions.Count < MaxDepth && await commons.FindAsync(id) is { } source)
        {
            var current = source.IsCurrent ? source : await commons.FirstOrDefaultAsync(guide => guide.GuideId == source.GuideId && guide.IsCurrent);
            attributions.Add(ToAttribution(source, kind ?? AdaptationKind.Adapted, current));
            (sourceId, kind) = (source.SourceId, source.SourceKind);
        }

        return attributions;
    }

    private AttributionDto ToAttribution(CommonsGuide source, AdaptationKind kind, CommonsGuide? current)
    {
        var licence = Licences.Get(source.Content.Licence);
        var author = AuthorOf(source.Content.AuthorName, source.OwnerName);
        return new AttributionDto
        {
            SourceId = source.Id,
            Kind = kind,
            Title = source.Content.Title,
            AuthorName = source.Content.AuthorName,
            OwnerName = source.OwnerName,
            Licence = licence.Id,
            LicenceUrl = licence.Url,
            Path = source.Path,
            Revision = source.Revision,
            IsWithdrawn = current?.WithdrawnTime is not null,
            HasNewerRevision = current is { WithdrawnTime: null } && current.Revision > source.Revision,
            Text = texts[$"Attribution:{kind}", source.Content.Title, author, licence.Id],
        };
    }

    /// <summary>"Awa Diallo (Les Jardins du Canal)", or the association alone when it signs itself.</summary>
    public string AuthorOf(string authorName, string ownerName)
        => authorName.Length == 0 || authorName == ownerName ? ownerName : texts["Author:WithAssociation", authorName, ownerName];
}
