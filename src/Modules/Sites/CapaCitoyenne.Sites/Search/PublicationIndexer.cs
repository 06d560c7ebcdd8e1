using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Writers;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;

namespace CapaCitoyenne.Sites.Search;

/// <summary>Pages and posts in the search index: there while everybody may read them.</summary>
internal sealed class PublicationIndexer(SearchIndexer indexer, SiteDocuments documents, DocumentRenderer renderer)
    : ILocalEventHandler<PublicationShownEvent>, ITransientDependency
{
    // They show what other pages say, or ask something: a search would find it in the wrong place. So it would what hides itself one day, since the
    // index is not written again then.
    private static readonly HashSet<string> Left = [BlockTypes.News, "agenda", "form", "newsletter", "toc"];

    public Task HandleEventAsync(PublicationShownEvent eventData) => UpdateAsync(eventData.Publication);

    public async Task UpdateAsync(Publication publication)
    {
        if (!publication.IsFindable)
        {
            await indexer.RemoveAsync(publication.Id);
            return;
        }
        var document = documents.Read(publication.PublishedDocument!);
        var words = document.Only(block => !Left.Contains(block.Type) && block.Text("until") is null);
        var post = publication as Post;
        await indexer.WriteAsync(new SearchSubject(
            publication.Id, publication.Path, publication.PublishedTitle!, post?.PublishedExcerpt,
            await renderer.RenderAsync(words, new DocumentRenderOptions(WriterTarget.Text, WordsOnly: true)), post is null ? null : SiteDay.Of(post.PublishedTime!.Value)));
    }
}
