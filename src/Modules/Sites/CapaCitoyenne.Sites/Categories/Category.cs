using CapaCitoyenne.Sites.Posts;

namespace CapaCitoyenne.Sites.Categories;

/// <summary>What a piece of news is about.</summary>
internal sealed class Category : AuditedAggregateRoot<Guid>, IMultiTenant
{
    public const string Folder = Post.Folder + "/categorie";

    private Category() { }

    public Category(Guid id, Guid tenantId, string name) : base(id)
    {
        TenantId = tenantId;
        Rename(name);
    }

    public Guid? TenantId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Made from the name; two names with the same slug are the same category.</summary>
    public string Slug { get; private set; } = "";

    public string Path => Folder + "/" + Slug;

    /// <exception cref="BusinessException">Nothing in it that an address could be made of.</exception>
    public void Rename(string name)
    {
        Name = Check.NotNullOrWhiteSpace(name, nameof(name), CategoryConsts.MaxNameLength).Trim();
        Slug = Addresses.Slug.FromTitle(Name) is { Length: > 0 } slug ? slug : throw new BusinessException(SitesErrorCodes.CategoryNameInvalid).WithData("Name", name);
    }
}

/// <summary>A post in a category.</summary>
internal sealed class PostCategory : Entity<Guid>, IMultiTenant
{
    private PostCategory() { }

    public PostCategory(Guid id, Guid? tenantId, Guid postId, Guid categoryId) : base(id)
    {
        TenantId = tenantId;
        PostId = postId;
        CategoryId = categoryId;
    }

    public Guid? TenantId { get; private set; }

    public Guid PostId { get; private set; }

    public Guid CategoryId { get; private set; }
}
