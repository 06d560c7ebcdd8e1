namespace CapaCitoyenne.Learning.Tasks;

/// <summary>The exercises of the starter catalogue. Who answers them stands in the first part of the name.</summary>
public static class TaskNames
{
    /// <summary>The home page is online, with a heading, and each of its pictures is described or marked as decorative.</summary>
    public const string HomePagePublished = "sites.home-page-published";

    /// <summary>A test of a newsletter was sent to oneself.</summary>
    public const string TestSent = "mailing.test-sent";
}
