using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Pages;

/// <summary>Revisions as the app services of pages and posts show them.</summary>
internal sealed class RevisionReader(IRevisionRepository revisions, SiteDocuments documents, RevisionComparer comparer) : ITransientDependency
{
    public async Task<ListResultDto<RevisionDto>> GetListAsync(Guid publicationId)
        => new((await revisions.GetSummariesAsync(publicationId)).ConvertAll(revision => revision.ToDto()));

    public async Task<RevisionDetailDto> GetAsync(Guid publicationId, int number)
    {
        var revision = await FindAsync(publicationId, number);
        return new RevisionDetailDto
        {
            Number = revision.Number, Title = revision.Title, CreationTime = revision.ChangeTime ?? revision.CreationTime, CreatorId = revision.CreatorId, WasPublished = revision.WasPublished,
            Document = revision.Document, Text = DocumentWriter.Write(documents.Read(revision.Document), new WriterContext { Target = WriterTarget.Text, ForMembers = true }),
        };
    }

    /// <summary>What a revision changed; or, with another given, what lies between that one and it.</summary>
    public async Task<RevisionDifferenceDto> CompareAsync(Guid publicationId, int number, int? from)
    {
        var revision = await FindAsync(publicationId, number);
        from ??= (await revisions.GetSummariesAsync(publicationId)).FirstOrDefault(r => r.Number < number)?.Number;
        return comparer.Compare(from is { } before ? await FindAsync(publicationId, before) : null, revision);
    }

    private async Task<Revision> FindAsync(Guid publicationId, int number)
        => await revisions.FindAsync(r => r.PublicationId == publicationId && r.Number == number) ?? throw new BusinessException(SitesErrorCodes.RevisionUnknown);
}
