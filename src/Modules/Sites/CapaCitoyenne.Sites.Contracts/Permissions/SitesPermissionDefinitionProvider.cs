using CapaCitoyenne.Sites.Localization;

namespace CapaCitoyenne.Sites.Permissions;

internal sealed class SitesPermissionDefinitionProvider : PermissionDefinitionProvider
{
    private const string Editors = "admin,editor";
    private const string Writers = "admin,editor,communicator";
    private const string Staff = "admin,editor,communicator,trainer";

    public override void Define(IPermissionDefinitionContext context)
    {
        var group = context.AddGroup(SitesPermissions.GroupName, L(SitesPermissions.GroupName));
        Add(group, SitesPermissions.Pages.Default, Writers);
        Add(group, SitesPermissions.Pages.Edit, Editors);
        Add(group, SitesPermissions.Pages.Publish, Editors);
        Add(group, SitesPermissions.Posts.Default, Writers);
        Add(group, SitesPermissions.Posts.Edit, Writers);
        Add(group, SitesPermissions.Posts.Publish, Editors);
        // Letters, lessons and guides show pictures too.
        Add(group, SitesPermissions.Media.Default, Staff);
        Add(group, SitesPermissions.Media.Edit, Staff);
        Add(group, SitesPermissions.Site.Default, Writers);
        Add(group, SitesPermissions.Site.Update, Editors);
        Add(group, SitesPermissions.Statistics.Default, Staff);
        Add(group, SitesPermissions.Domains.Default, Editors);
        Add(group, SitesPermissions.Domains.Update, "admin");
        Add(group, SitesPermissions.Events.Default, Writers);
        Add(group, SitesPermissions.Events.Edit, Writers);
        Add(group, SitesPermissions.Events.Publish, Writers);
        Add(group, SitesPermissions.Events.Registrations, Writers);
        Add(group, SitesPermissions.Forms.Default, Writers);
        Add(group, SitesPermissions.Forms.Edit, Editors);
        Add(group, SitesPermissions.Forms.Submissions, Writers);
        Add(group, SitesPermissions.Transfer.Default, Editors);
        Add(group, SitesPermissions.Transfer.Import, Editors);
        Add(group, SitesPermissions.Transfer.Export, Editors);
    }

    private static void Add(PermissionGroupDefinition group, string name, string roles) =>
        group.AddPermission(name, L(name)).WithProperty("Roles", roles);

    private static LocalizableString L(string name) => LocalizableString.Create<SitesResource>("Permission:" + name);
}
