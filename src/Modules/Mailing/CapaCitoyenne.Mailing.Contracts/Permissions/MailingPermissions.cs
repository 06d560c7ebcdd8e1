namespace CapaCitoyenne.Mailing.Permissions;

public static class MailingPermissions
{
    public const string GroupName = "Mailing";

    /// <summary>Roles that hold <see cref="Campaigns.Send"/>.</summary>
    public static IReadOnlyList<string> SenderRoles { get; } = ["admin", "communicator"];

    public static class Contacts
    {
        public const string Default = GroupName + ".Contacts";
        public const string Manage = Default + ".Manage";
        public const string Import = Default + ".Import";
        public const string Export = Default + ".Export";
    }

    public static class Lists
    {
        public const string Default = GroupName + ".Lists";
        public const string Manage = Default + ".Manage";
    }

    public static class Campaigns
    {
        public const string Default = GroupName + ".Campaigns";
        public const string Edit = Default + ".Edit";
        public const string Send = Default + ".Send";
    }

    public static class Settings
    {
        public const string Default = GroupName + ".Settings";
    }

    /// <summary>How the hub itself sends. Held on the hub, never inside a space.</summary>
    public static class Hub
    {
        public const string Default = GroupName + ".Hub";
    }
}
