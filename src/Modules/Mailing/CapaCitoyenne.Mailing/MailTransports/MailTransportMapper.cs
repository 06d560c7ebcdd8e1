using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Mailing.MailTransports;

internal static class MailTransportMapper
{
    public static MailTransportDto ToDto(this MailTransportSettings? settings, string currentFromAddress)
    {
        if (settings is null) return new MailTransportDto { CurrentFromAddress = currentFromAddress };
        return new MailTransportDto
        {
            Kind = settings.Kind,
            FromAddress = settings.FromAddress,
            CurrentFromAddress = currentFromAddress,
            Region = settings.Region,
            ApiKeyHint = settings.ApiKey is { } key ? key[^Math.Min(MailTransportConsts.HintLength, key.Length / 4)..] : null,
            WebhookPublicKey = settings.WebhookPublicKey,
            SmtpHost = settings.SmtpHost,
            SmtpPort = settings.SmtpPort == 0 ? 587 : settings.SmtpPort,
            SmtpSecurity = settings.SmtpSecurity,
            SmtpUserName = settings.SmtpUserName,
            IsSmtpPasswordSet = settings.SmtpPassword is not null,
        };
    }

    public static MailTransportTestDto ToDto(this TrialOutcome outcome, string sentTo, int resumed, IStringLocalizer localizer) => new(
        outcome.Fault is null, sentTo, outcome.Fault,
        outcome.Fault is { } fault ? localizer[$"Mailing:Fault:{fault}"].Value : null,
        outcome.Fault is { } same ? localizer[$"Mailing:Fault:{same}.Advice"].Value : null,
        outcome.Detail, resumed);
}
