namespace CapaCitoyenne.Associations;

/// <summary>
/// The roles of a member in one space. They are sets of permissions defined in code: a permission names the roles that
/// hold it (<c>.WithProperty("Roles", "admin,editor")</c>), and <see cref="Admin"/> holds every permission that names any role.
/// </summary>
public static class SpaceRoles
{
    /// <summary>Everything, including members, hand-over and closing.</summary>
    public const string Admin = "admin";

    /// <summary>The site: pages, posts, media.</summary>
    public const string Editor = "editor";

    /// <summary>Contacts, lists, campaigns.</summary>
    public const string Communicator = "communicator";

    /// <summary>Courses and sessions.</summary>
    public const string Trainer = "trainer";

    /// <summary>Member pages, discussions and courses of the space.</summary>
    public const string Member = "member";

    /// <summary>All roles, in the order in which people read them.</summary>
    public static IReadOnlyList<string> All { get; } = [Admin, Editor, Communicator, Trainer, Member];
}
