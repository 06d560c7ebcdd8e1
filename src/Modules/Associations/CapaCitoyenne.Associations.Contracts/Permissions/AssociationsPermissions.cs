namespace CapaCitoyenne.Associations.Permissions;

/// <summary>Permissions of the module; each is a localization key prefixed by <c>Permission:</c>.</summary>
public static class AssociationsPermissions
{
    public const string GroupName = "Associations";

    public static class Space
    {
        /// <summary>Enter the space and see its first steps: every role.</summary>
        public const string Default = GroupName + ".Space";
    }

    public static class Members
    {
        public const string Default = GroupName + ".Members";
        public const string Invite = Default + ".Invite";
        public const string Manage = Default + ".Manage";
    }

    public static class Profile
    {
        public const string Default = GroupName + ".Profile";
        public const string Update = Default + ".Update";
        public const string ChangeSlug = Default + ".ChangeSlug";
    }

    public static class ApiKeys
    {
        /// <summary>Make and revoke keys for programs.</summary>
        public const string Default = GroupName + ".ApiKeys";
    }

    public static class Hub
    {
        /// <summary>Run the instance: jobs, settings, spaces. Held on the hub, never inside a space.</summary>
        public const string Operate = GroupName + ".Hub";
    }
}
