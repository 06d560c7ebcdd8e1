using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Pages;

/// <summary>Revisions as the app services of pages and posts show them.</summary>
internal sealed class RevisionReader(IRevisionRepository revisions, SiteDocuments documents) : ITransientDependency
{
    public async Task<ListResultDto<RevisionDto>> GetListAsync(Guid publicationId)
        => new((await revisions.GetSummariesAsync(publicationId)).ConvertAll(revision => revision.ToDto()));

    public async Task<RevisionDetailDto> GetAsync(Guid publicationId, int number)
    {
        var revision = await revisions.FindAsync(r => r.PublicationId == publicationId && r.Number == number)
            ?? throw new BusinessException(SitesErrorCodes.RevisionUnknown);
        return new RevisionDetailDto
        {
            Number = revision.Number, Title = revision.Title, CreationTime = revision.CreationTime, CreatorId = revision.CreatorId, WasPublished = revision.WasPublished,
            Document = revision.Document, Text = DocumentWriter.Write(documents.Read(revision.Document), new WriterContext { Target = WriterTarget.Text, ForMembers = true }),
        };
    }
}
