using CapaCitoyenne.Mailing.Idempotency;
using CapaCitoyenne.Mailing.Imports;
using CapaCitoyenne.Mailing.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace CapaCitoyenne.Mailing.HttpApi;

/// <summary>The upload of a contact file, which a convention cannot do.</summary>
[Route("api/mailing/contact-import")]
[Authorize(MailingPermissions.Contacts.Import)]
public class ContactImportController : AbpController
{
    /// <summary>Takes the multipart field <c>file</c>, at most 64 MB.</summary>
    [Idempotent]
    [HttpPost("upload")]
    [RequestSizeLimit(ContactImportConsts.MaxFileSize + 1024 * 1024)]
    [RequestFormLimits(MultipartBodyLengthLimit = ContactImportConsts.MaxFileSize + 1024 * 1024)]
    public async Task<ContactImportDto> UploadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        if (file.Length == 0) throw new BusinessException(MailingErrorCodes.ImportFileEmpty);
        if (file.Length > ContactImportConsts.MaxFileSize)
            throw new BusinessException(MailingErrorCodes.ImportFileTooLarge).WithData("MaxMegabytes", ContactImportConsts.MaxFileSize / (1024 * 1024));
        var uploader = (ContactImportUploader)HttpContext.RequestServices.GetService(typeof(ContactImportUploader))!;
        await using var content = file.OpenReadStream();
        return (await uploader.UploadAsync(Path.GetFileName(file.FileName), content, cancellationToken)).ToDto();
    }
}
