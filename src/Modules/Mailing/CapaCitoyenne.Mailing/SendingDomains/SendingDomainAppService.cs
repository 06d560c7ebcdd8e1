using System.Text;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.MailTransports;
using CapaCitoyenne.Mailing.Permissions;
using CapaCitoyenne.Mailing.Settings;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Mailing.SendingDomains;

[Authorize(MailingPermissions.Settings.Default)]
internal sealed class SendingDomainAppService(
    IRepository<SendingDomain, Guid> domains, MailAccounts accounts, SendGridDomains provider, DnsRecordChecker checker, ISettingManager manager, IEmailSender emailSender,
    IAssociationIntegrationService associations, TestLetterLimit limit)
    : MailingAppService, ISendingDomainAppService
{
    private const string DefaultLocalPart = "lettre";

    public async Task<ListResultDto<SendingDomainDto>> GetListAsync()
    {
        var domain = await domains.FirstOrDefaultAsync(d => d.Name != "");
        return new ListResultDto<SendingDomainDto>(domain is null ? [] : [ToDto(domain, await checker.CheckAsync(domain.Records))]);
    }

    public async Task<SendingDomainDto> CreateAsync(CreateSendingDomainDto input)
    {
        if (await domains.AnyAsync(d => d.Name != "")) throw new BusinessException(MailingErrorCodes.DomainAlreadyThere);
        var name = SendingDomain.Parse(input.Name);
        var localPart = string.IsNullOrWhiteSpace(input.LocalPart) ? DefaultLocalPart : input.LocalPart.Trim().ToLowerInvariant();
        _ = EmailAddress.Parse($"{localPart}@{name}");
        var options = (await accounts.GetCurrentAsync()).Options;
        var dmarc = new DnsRecord(DnsRecordPurpose.Dmarc, "TXT", "_dmarc." + name, "v=DMARC1; p=none");
        SendingDomain domain;
        if (options.Provider == MailProvider.SendGrid)
        {
            var (id, records) = await provider.CreateAsync(options, name);
            domain = new SendingDomain(GuidGenerator.Create(), name, localPart, id, [.. records, dmarc]);
        }
        else domain = new SendingDomain(GuidGenerator.Create(), name, localPart, null, [new DnsRecord(DnsRecordPurpose.Spf, "TXT", name, "v=spf1 …"), dmarc]);

        await domains.InsertAsync(domain, autoSave: true);
        return ToDto(domain, await checker.CheckAsync(domain.Records));
    }

    public async Task<SendingDomainDto> CheckAsync(Guid id)
    {
        var domain = await domains.GetAsync(id);
        var records = await checker.CheckAsync(domain.Records);
        var verdict = new DomainValidation(false, null);
        var account = await accounts.GetCurrentAsync();
        // The provider is asked when the lines are there for us too; it allows few questions.
        if (domain.ProviderId is { } providerId && records.Where(IsRequired).All(r => r.State is DnsRecordState.Ok or DnsRecordState.Unknown))
            verdict = await provider.ValidateAsync(account.Options, providerId);
        domain.Checked(verdict.IsValid, Clock.Now);
        await domains.UpdateAsync(domain, autoSave: true);
        await manager.SetForCurrentTenantAsync(MailingSettingNames.SendingAddress, domain.VerifiedTime is null ? null : new SendingAddress(domain.Address, account.Name).ToString());
        return ToDto(domain, records, verdict.Message);
    }

    public async Task SendInstructionsAsync(Guid id, SendInstructionsDto input)
    {
        var domain = await domains.GetAsync(id);
        // A message to anybody: as rare as tests, and only of who has proven an address.
        if (!await associations.IsConfirmedAsync(CurrentTenant.Id!.Value)) throw new BusinessException(MailingErrorCodes.AssociationNotConfirmed);
        limit.Take(CurrentTenant.Id!.Value);
        var lines = new StringBuilder();
        foreach (var record in domain.Records) lines.Append(L["Mailing:Domain:Line", record.Type, record.Host, record.Value].Value).Append("\n\n");
        await emailSender.QueueAsync(
            EmailAddress.Parse(input.Email).Value, L["Mailing:Domain:Subject", domain.Name], L["Mailing:Domain:Text", CurrentUser.Name ?? "", domain.Name, lines.ToString().TrimEnd()],
            isBodyHtml: false, new AdditionalEmailSendingArgs { ReplyTo = CurrentUser.Email });
    }

    public async Task DeleteAsync(Guid id)
    {
        var domain = await domains.GetAsync(id);
        await manager.SetForCurrentTenantAsync(MailingSettingNames.SendingAddress, null);
        await domains.DeleteAsync(domain, autoSave: true);
        var options = (await accounts.GetCurrentAsync()).Options;
        if (domain.ProviderId is { } providerId && options.Provider == MailProvider.SendGrid) await provider.DeleteAsync(options, providerId);
    }

    private static bool IsRequired(CheckedRecord record) => record.Record.Purpose is DnsRecordPurpose.ReturnPath or DnsRecordPurpose.Signature;

    private static SendingDomainDto ToDto(SendingDomain domain, IEnumerable<CheckedRecord> records, string? message = null) => new()
    {
        Id = domain.Id,
        Name = domain.Name,
        Address = domain.Address,
        IsVerified = domain.VerifiedTime is not null,
        IsSignedByProvider = domain.ProviderId is not null,
        LastCheckTime = domain.LastCheckTime,
        Records = [.. records.Select(r => new DnsRecordDto(r.Record.Purpose, r.Record.Type, r.Record.Host, r.Record.Value, r.State, r.Found, IsRequired(r)))],
        ProviderMessage = message,
    };
}
