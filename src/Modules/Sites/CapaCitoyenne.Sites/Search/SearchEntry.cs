namespace CapaCitoyenne.Sites.Search;

/// <summary>Something that readers can find: a published page or post as the results show it. Its id is that of what it shows.</summary>
internal sealed class SearchEntry : Entity<Guid>, IMultiTenant
{
    /// <summary>Characters that are kept to show passages from; the index holds the words of the whole text.</summary>
    public const int MaxTextLength = 20_000;

    private SearchEntry() { }

    public SearchEntry(Guid id, Guid tenantId, string path, string title, string text, DateOnly? day) : base(id)
    {
        TenantId = tenantId;
        Path = path;
        Title = title;
        Text = text.Length <= MaxTextLength ? text : text[..MaxTextLength];
        Day = day;
    }

    public Guid? TenantId { get; private set; }

    public string Path { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>Of news and events; pages have none.</summary>
    public DateOnly? Day { get; private set; }
}

/// <summary>A line of the inverted index: this entry has this term.</summary>
internal sealed class SearchTerm : Entity, IMultiTenant
{
    private SearchTerm() { }

    public SearchTerm(Guid tenantId, string term, Guid entryId, string word, int weight)
    {
        TenantId = tenantId;
        Term = term;
        EntryId = entryId;
        Word = word;
        Weight = weight;
    }

    public Guid? TenantId { get; private set; }

    public string Term { get; private set; } = "";

    public Guid EntryId { get; private set; }

    /// <summary>A word of the text that has the term, as written: what « Vouliez-vous dire » may propose. It goes with its entry.</summary>
    public string Word { get; private set; } = "";

    public int Weight { get; private set; }

    public override object?[] GetKeys() => [EntryId, Term];
}
