using CapaCitoyenne.Mailing.Localization;

namespace CapaCitoyenne.Mailing.Settings;

internal static class MailingSettingNames
{
    /// <summary>Signing key of the links in letters, made at first need. Of the hub, not of a space.</summary>
    public const string LinkKey = MailingSettings.GroupName + ".LinkKey";

    /// <summary>The space's own transport, JSON with its secrets.</summary>
    public const string Transport = MailingSettings.GroupName + ".Transport";

    /// <summary>The address that letters come from, as long as its domain is proven and the provider of the account signs for it.</summary>
    public const string SendingAddress = MailingSettings.GroupName + ".SendingAddress";

    /// <summary>What the operator chose for the hub, over the configuration.</summary>
    public const string HubTransport = MailingSettings.GroupName + ".HubTransport";
}

internal sealed class MailingSettingDefinitionProvider : SettingDefinitionProvider
{
    public override void Define(ISettingDefinitionContext context)
    {
        string[] names = [MailingSettings.GraceMinutes, MailingSettings.FromName, MailingSettings.ReplyTo, MailingSettings.PostalAddress, MailingSettings.RequiresApproval, MailingSettings.MeasuresLetters, MailingSettings.TestAddresses];
        context.Add([.. names.Select(name => new SettingDefinition(name, displayName: LocalizableString.Create<MailingResource>("Setting:" + name)))]);
        context.Add(
            new SettingDefinition(MailingSettingNames.LinkKey),
            new SettingDefinition(MailingSettingNames.SendingAddress),
            new SettingDefinition(MailingSettingNames.Transport, isEncrypted: true),
            new SettingDefinition(MailingSettingNames.HubTransport, isEncrypted: true));
    }
}
