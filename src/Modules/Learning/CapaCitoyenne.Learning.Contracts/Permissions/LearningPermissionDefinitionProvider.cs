using CapaCitoyenne.Learning.Localization;

namespace CapaCitoyenne.Learning.Permissions;

internal sealed class LearningPermissionDefinitionProvider : PermissionDefinitionProvider
{
    // "operator" counts on the hub itself only: the starter catalogue is edited there.
    private const string Staff = "admin,trainer,operator";

    public override void Define(IPermissionDefinitionContext context)
    {
        var group = context.AddGroup(LearningPermissions.GroupName, L("Permission:Learning"));
        var courses = group.AddPermission(LearningPermissions.Courses.Default, L("Permission:Learning.Courses")).WithProperty("Roles", Staff);
        courses.AddChild(LearningPermissions.Courses.Write, L("Permission:Learning.Courses.Write")).WithProperty("Roles", Staff);
        courses.AddChild(LearningPermissions.Courses.Publish, L("Permission:Learning.Courses.Publish")).WithProperty("Roles", Staff);
        group.AddPermission(LearningPermissions.Results.Default, L("Permission:Learning.Results")).WithProperty("Roles", Staff);
        group.AddPermission(LearningPermissions.Tasks.Check, L("Permission:Learning.Tasks.Check"))
            .WithProperty("Roles", "admin,editor,communicator,trainer,member");
    }

    private static LocalizableString L(string name) => LocalizableString.Create<LearningResource>(name);
}
