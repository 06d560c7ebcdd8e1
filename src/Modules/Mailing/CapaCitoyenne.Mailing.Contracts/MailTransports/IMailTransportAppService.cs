namespace CapaCitoyenne.Mailing.MailTransports;

/// <summary>How the letters of a space leave: <c>/api/mailing/mail-transport</c>.</summary>
public interface IMailTransportAppService : IApplicationService
{
    Task<MailTransportDto> GetAsync();

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.TransportIncomplete"/>, <see cref="MailingErrorCodes.TransportSecretNeeded"/>, <see cref="MailingErrorCodes.WebhookKeyInvalid"/>,
    /// <see cref="MailingErrorCodes.EmailInvalid"/>.</exception>
    Task<MailTransportDto> UpdateAsync(UpdateMailTransportDto input);

    /// <summary>Sends a message to who asks, through what is stored. When it leaves, letters that waited for the settings to be mended go on.</summary>
    Task<MailTransportTestDto> SendTestAsync();
}

/// <summary>How the hub's own mail leaves, and the letters of all spaces that have nothing of their own: <c>/api/mailing/hub-mail-transport</c>. For operators.</summary>
public interface IHubMailTransportAppService : IApplicationService
{
    /// <inheritdoc cref="IMailTransportAppService.GetAsync"/>
    Task<MailTransportDto> GetAsync();

    /// <inheritdoc cref="IMailTransportAppService.UpdateAsync"/>
    Task<MailTransportDto> UpdateAsync(UpdateMailTransportDto input);

    /// <inheritdoc cref="IMailTransportAppService.SendTestAsync"/>
    Task<MailTransportTestDto> SendTestAsync();
}
