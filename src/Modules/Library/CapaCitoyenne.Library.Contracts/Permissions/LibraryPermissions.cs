namespace CapaCitoyenne.Library.Permissions;

/// <summary>Permissions of the library.</summary>
public static class LibraryPermissions
{
    /// <summary>Name of the group.</summary>
    public const string GroupName = "Library";

    /// <summary>Guides of one's own space.</summary>
    public static class Guides
    {
        /// <summary>Read the guides of the space.</summary>
        public const string Default = GroupName + ".Guides";

        /// <summary>Write guides, import them and adapt those of the commons.</summary>
        public const string Write = Default + ".Write";

        /// <summary>Publish a guide to the members of the space, archive it.</summary>
        public const string Publish = Default + ".Publish";

        /// <summary>Propose a guide to the commons.</summary>
        public const string Submit = Default + ".Submit";
    }

    /// <summary>The commons, on the hub's side.</summary>
    public static class Commons
    {
        /// <summary>Answer proposed guides and withdraw shared ones. Held by roles of the hub, never of a space.</summary>
        public const string Curate = GroupName + ".Commons.Curate";
    }
}
