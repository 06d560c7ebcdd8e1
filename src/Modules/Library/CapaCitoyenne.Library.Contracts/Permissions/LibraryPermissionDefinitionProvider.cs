using CapaCitoyenne.Library.Localization;

namespace CapaCitoyenne.Library.Permissions;

internal sealed class LibraryPermissionDefinitionProvider : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context)
    {
        var group = context.AddGroup(LibraryPermissions.GroupName, L("Permission:Library"));

        var guides = group.AddPermission(LibraryPermissions.Guides.Default, L("Permission:Library.Guides"))
            .WithProperty("Roles", "admin,editor,communicator,trainer,member");
        guides.AddChild(LibraryPermissions.Guides.Write, L("Permission:Library.Guides.Write"))
            .WithProperty("Roles", "admin,editor,communicator,trainer");
        guides.AddChild(LibraryPermissions.Guides.Publish, L("Permission:Library.Guides.Publish"))
            .WithProperty("Roles", "admin,editor,trainer");
        guides.AddChild(LibraryPermissions.Guides.Submit, L("Permission:Library.Guides.Submit"))
            .WithProperty("Roles", "admin,editor,trainer");

        // Roles of the hub, not of a space; the service refuses whoever comes from inside one.
        group.AddPermission(LibraryPermissions.Commons.Curate, L("Permission:Library.Commons.Curate"))
            .WithProperty("Roles", "operator,coordinator");
    }

    private static LocalizableString L(string name) => LocalizableString.Create<LibraryResource>(name);
}
