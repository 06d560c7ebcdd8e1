using CapaCitoyenne.Mailing.Localization;

namespace CapaCitoyenne.Mailing.Permissions;

internal sealed class MailingPermissionDefinitionProvider : PermissionDefinitionProvider
{
    private const string Communicators = "admin,communicator";
    private const string Writers = "admin,communicator,editor";

    public override void Define(IPermissionDefinitionContext context)
    {
        var group = context.AddGroup(MailingPermissions.GroupName, L(MailingPermissions.GroupName));
        Add(group, MailingPermissions.Contacts.Default, Communicators);
        Add(group, MailingPermissions.Contacts.Manage, Communicators);
        Add(group, MailingPermissions.Contacts.Import, Communicators);
        Add(group, MailingPermissions.Contacts.Export, Communicators);
        Add(group, MailingPermissions.Lists.Default, Writers);
        Add(group, MailingPermissions.Lists.Manage, Communicators);
        Add(group, MailingPermissions.Campaigns.Default, Writers);
        Add(group, MailingPermissions.Campaigns.Edit, Writers);
        Add(group, MailingPermissions.Campaigns.Send, string.Join(',', MailingPermissions.SenderRoles));
        Add(group, MailingPermissions.Settings.Default, "admin");
        Add(group, MailingPermissions.Hub.Default, "operator");
    }

    private static void Add(PermissionGroupDefinition group, string name, string roles) =>
        group.AddPermission(name, L(name)).WithProperty("Roles", roles);

    private static LocalizableString L(string name) => LocalizableString.Create<MailingResource>("Permission:" + name);
}
