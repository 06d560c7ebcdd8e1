namespace CapaCitoyenne.Sites.Permissions;

/// <summary>Permissions of the module; each is a localization key prefixed by <c>Permission:</c>.</summary>
public static class SitesPermissions
{
    public const string GroupName = "Sites";

    /// <summary>See and write pages, posts and pictures.</summary>
    public static class Pages
    {
        public const string Default = GroupName + ".Pages";
        public const string Edit = Default + ".Edit";

        /// <summary>Put online and take offline, change addresses, delete.</summary>
        public const string Publish = Default + ".Publish";
    }

    public static class Posts
    {
        public const string Default = GroupName + ".Posts";
        public const string Edit = Default + ".Edit";
        public const string Publish = Default + ".Publish";
    }

    public static class Media
    {
        public const string Default = GroupName + ".Media";
        public const string Edit = Default + ".Edit";
    }

    /// <summary>How much the site is read.</summary>
    public static class Statistics
    {
        public const string Default = GroupName + ".Statistics";
    }

    /// <summary>Own domain names.</summary>
    public static class Domains
    {
        public const string Default = GroupName + ".Domains";
        public const string Update = Default + ".Update";
    }

    /// <summary>Theme and colours.</summary>
    public static class Site
    {
        public const string Default = GroupName + ".Site";
        public const string Update = Default + ".Update";
    }

    /// <summary>The agenda. Publishing also calls off and deletes.</summary>
    public static class Events
    {
        public const string Default = GroupName + ".Events";
        public const string Edit = Default + ".Edit";
        public const string Publish = Default + ".Publish";

        /// <summary>See, add and remove the people who come.</summary>
        public const string Registrations = Default + ".Registrations";
    }

    /// <summary>Forms, and what is sent with them.</summary>
    public static class Forms
    {
        public const string Default = GroupName + ".Forms";
        public const string Edit = Default + ".Edit";

        /// <summary>Read, mark and delete answers.</summary>
        public const string Submissions = Default + ".Submissions";
    }

    /// <summary>Bring a site in from elsewhere, take this one along.</summary>
    public static class Transfer
    {
        public const string Default = GroupName + ".Transfer";
        public const string Import = Default + ".Import";

        /// <summary>Holds drafts and pages for members too.</summary>
        public const string Export = Default + ".Export";
    }
}
