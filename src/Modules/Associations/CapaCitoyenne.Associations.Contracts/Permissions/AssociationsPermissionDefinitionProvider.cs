using CapaCitoyenne.Associations.Localization;

namespace CapaCitoyenne.Associations.Permissions;

internal sealed class AssociationsPermissionDefinitionProvider : PermissionDefinitionProvider
{
    private const string Staff = $"{SpaceRoles.Editor},{SpaceRoles.Communicator},{SpaceRoles.Trainer}";

    public override void Define(IPermissionDefinitionContext context)
    {
        var group = context.AddGroup(AssociationsPermissions.GroupName, L("Permission:" + AssociationsPermissions.GroupName));

        Add(group, AssociationsPermissions.Space.Default, $"{Staff},{SpaceRoles.Member}");
        Add(group, AssociationsPermissions.Members.Default, Staff);
        Add(group, AssociationsPermissions.Members.Invite, Staff);
        Add(group, AssociationsPermissions.Members.Manage, SpaceRoles.Admin);
        Add(group, AssociationsPermissions.Profile.Default, Staff);
        Add(group, AssociationsPermissions.Profile.Update, SpaceRoles.Admin);
        Add(group, AssociationsPermissions.Profile.ChangeSlug, SpaceRoles.Admin);
        Add(group, AssociationsPermissions.ApiKeys.Default, SpaceRoles.Admin);
        Add(group, AssociationsPermissions.Hub.Operate, HubRoles.Operator);
    }

    private static void Add(PermissionGroupDefinition group, string name, string roles) =>
        group.AddPermission(name, L("Permission:" + name)).WithProperty("Roles", roles);

    private static LocalizableString L(string name) => LocalizableString.Create<AssociationsResource>(name);
}
