using CapaCitoyenne.Abp.Http;
using CapaCitoyenne.Mailing.Localization;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using MimeKit;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace CapaCitoyenne.Mailing.MailTransports;

internal sealed record TrialOutcome(TransportFault? Fault = null, string? Detail = null);

/// <summary>Sends one message through an account and says what became of it.</summary>
internal sealed class TransportTrial(
    IEmailSender emailSender, IOutsideConnector outside, IClock clock, IStringLocalizer<MailingResource> localizer, ILogger<TransportTrial> logger) : ITransientDependency
{
    private const int MaxDetailLength = 300;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<TrialOutcome> RunAsync(MailAccount account, string to, string fromName)
    {
        var (subject, text) = (localizer["Mailing:Transport:TestSubject"].Value, localizer["Mailing:Transport:TestText", fromName].Value);
        try
        {
            return account.Options.Provider switch
            {
                MailProvider.SendGrid => await BySendGridAsync(account.Options, to, fromName, subject, text),
                MailProvider.Smtp => await BySmtpAsync(account.Options, to, fromName, subject, text),
                _ => await ToFolderAsync(to, subject, text),
            };
        }
        catch (Exception exception)
        {
            var fault = TransportFaults.Of(exception);
            logger.LogInformation(exception, "A test through {Account} failed: {Fault}", account.Name, fault);
            // What stands behind a refused address is nobody's business.
            return new TrialOutcome(fault, fault == TransportFault.HostForbidden ? null : Shorten(exception.Message));
        }
    }

    private static async Task<TrialOutcome> BySendGridAsync(MailOptions options, string to, string fromName, string subject, string text)
    {
        using var http = new HttpClient { Timeout = Patience };
        var client = new SendGridClient(http, new SendGridClientOptions { ApiKey = options.SendGrid.ApiKey, Host = options.SendGrid.Host });
        var message = MailHelper.CreateSingleEmail(new EmailAddress(options.FromAddress, fromName), new EmailAddress(to), subject, text, null);
        message.SetClickTracking(enable: false, enableText: false);
        message.SetOpenTracking(enable: false);
        var response = await client.SendEmailAsync(message);
        if (response.IsSuccessStatusCode) return new TrialOutcome();
        var (fault, detail) = TransportFaults.OfSendGrid((int)response.StatusCode, await response.Body.ReadAsStringAsync());
        return new TrialOutcome(fault, Shorten(detail));
    }

    private async Task<TrialOutcome> BySmtpAsync(MailOptions options, string to, string fromName, string subject, string text)
    {
        using var time = new CancellationTokenSource(Patience);
        using var message = new MimeMessage { Subject = subject, Date = new DateTimeOffset(clock.Now, TimeSpan.Zero), Body = new TextPart("plain") { Text = text } };
        message.From.Add(new MailboxAddress(fromName, options.FromAddress));
        message.To.Add(new MailboxAddress("", to));
        using var client = new SmtpClient();
        await SmtpDoor.OpenAsync(client, options.Smtp, outside, time.Token);
        await client.SendAsync(message, time.Token);
        await client.DisconnectAsync(quit: true, time.Token);
        return new TrialOutcome();
    }

    private async Task<TrialOutcome> ToFolderAsync(string to, string subject, string text)
    {
        await emailSender.SendAsync(to, subject, text, isBodyHtml: false);
        return new TrialOutcome();
    }

    private static string Shorten(string text) => text.Length > MaxDetailLength ? text[..MaxDetailLength] : text;
}
