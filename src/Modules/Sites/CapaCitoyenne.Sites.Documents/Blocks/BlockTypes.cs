namespace CapaCitoyenne.Sites.Documents.Blocks;

/// <summary>The names of the block types that this library writes itself.</summary>
public static class BlockTypes
{
    public const string Text = "text";
    public const string Image = "image";
    public const string Gallery = "gallery";
    public const string Button = "button";
    public const string Document = "document";
    public const string Video = "video";
    public const string Map = "map";
    public const string Agenda = "agenda";
    public const string News = "news";
    public const string Form = "form";
    public const string Columns = "columns";
    public const string Callout = "callout";
    public const string Quote = "quote";
    public const string Faq = "faq";
    public const string Team = "team";
    public const string Partners = "partners";
    public const string Figures = "figures";
    public const string Steps = "steps";
    public const string Toc = "toc";
    public const string Separator = "separator";
    public const string Files = "files";
    public const string Commitments = "commitments";
    public const string Courses = "courses";
    public const string Guides = "guides";
}
