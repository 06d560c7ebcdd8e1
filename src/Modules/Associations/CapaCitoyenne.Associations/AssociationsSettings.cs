namespace CapaCitoyenne.Associations;

/// <summary>Settings of the module.</summary>
internal static class AssociationsSettings
{
    /// <summary><see cref="SignUpOpen"/> or <see cref="SignUpClosed"/>.</summary>
    public const string SignUpMode = "Associations.SignUpMode";

    public const string SignUpOpen = "open";
    public const string SignUpClosed = "closed";
}

internal sealed class AssociationsSettingDefinitionProvider : SettingDefinitionProvider
{
    public override void Define(ISettingDefinitionContext context) =>
        context.Add(new SettingDefinition(AssociationsSettings.SignUpMode, AssociationsSettings.SignUpOpen));
}
