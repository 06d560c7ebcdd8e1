namespace CapaCitoyenne.Learning.Tasks;

/// <summary>The exercises of the starter catalogue. Who answers them stands in the first part of the name.</summary>
public static class TaskNames
{
    /// <summary>The home page is online, with a heading, and each of its pictures is described or marked as decorative.</summary>
    public const string HomePagePublished = "sites.home-page-published";

    /// <summary>A piece of news is online, with a summary or a clear first paragraph, and headings where it is long.</summary>
    public const string PostPublished = "sites.post-published";

    /// <summary>A page or a piece of news is online with a described picture, and none that is not.</summary>
    public const string PicturesDescribed = "sites.pictures-described";

    /// <summary>An event is online in the agenda, with a place or a link, and a time.</summary>
    public const string EventPublished = "sites.event-published";

    /// <summary>Somebody stands in the address book with an agreement whose origin is written down.</summary>
    public const string ContactsImported = "mailing.contacts-imported";

    /// <summary>A test of a newsletter was sent to oneself.</summary>
    public const string TestSent = "mailing.test-sent";

    /// <summary>A newsletter has left, to one person at least.</summary>
    public const string LetterSent = "mailing.letter-sent";
}
