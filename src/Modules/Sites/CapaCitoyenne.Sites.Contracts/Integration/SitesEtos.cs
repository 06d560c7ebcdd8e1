namespace CapaCitoyenne.Sites.Integration;

/// <summary>A page went online, or its published text changed.</summary>
[EventName("Sites.PagePublished")]
public class PagePublishedEto
{
    public Guid TenantId { get; set; }
    public Guid PageId { get; set; }
    public bool IsHomePage { get; set; }
}

/// <summary>A piece of news went online, or its published text changed.</summary>
[EventName("Sites.PostPublished")]
public class PostPublishedEto
{
    public Guid TenantId { get; set; }
    public Guid PostId { get; set; }
    public string Title { get; set; } = "";
}
