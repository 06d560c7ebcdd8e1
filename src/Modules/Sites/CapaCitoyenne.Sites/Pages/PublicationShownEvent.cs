namespace CapaCitoyenne.Sites.Pages;

/// <summary>Local event, in the same transaction: what readers see of a page or post, or where, changed.</summary>
internal sealed record PublicationShownEvent(Publication Publication);
