using CapaCitoyenne.Learning.Tasks;
using CapaCitoyenne.Sites.Pages;

namespace CapaCitoyenne.Sites.Posts;

/// <summary>A piece of news.</summary>
internal sealed class Post : Publication
{
    /// <summary>Where the news of every site are.</summary>
    public const string Folder = "/actualites";

    private Post() { }

    public Post(Guid id, Guid tenantId, string title, string slug, string document, DateTime now) : base(id, tenantId, title, slug, document, now) { }

    public string? AuthorName { get; private set; }

    public string? Excerpt { get; private set; }

    public string? PublishedAuthorName { get; private set; }

    public string? PublishedExcerpt { get; private set; }

    public override bool HasChanges => base.HasChanges || (IsPublished && (AuthorName != PublishedAuthorName || Excerpt != PublishedExcerpt));

    public override string Path => Folder + "/" + Slug;

    public void Describe(string? authorName, string? excerpt)
    {
        AuthorName = Check.Length(Clean(authorName), nameof(authorName), PageConsts.MaxAuthorNameLength);
        Excerpt = Check.Length(Clean(excerpt), nameof(excerpt), PageConsts.MaxExcerptLength);
    }

    /// <summary>What an editor sends as it had read it leaves what somebody else wrote since.</summary>
    public void Describe(SavePostDraftInput save)
        => Describe(Merge(save.AuthorName, save.BaseAuthorName, AuthorName), Merge(save.Excerpt, save.BaseExcerpt, Excerpt));

    public override void Publish(DateTime now)
    {
        base.Publish(now);
        PublishedAuthorName = AuthorName;
        PublishedExcerpt = Excerpt;
        AddDistributedEvent(new Integration.PostPublishedEto { TenantId = TenantId!.Value, PostId = Id, Title = Title });
        AddDistributedEvent(new TaskStateChangedEto { TenantId = TenantId!.Value, TaskName = TaskNames.PostPublished });
    }

    private static string? Merge(string? mine, string? read, string? present) => read is not null && Clean(mine) == Clean(read) ? present : mine;

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
