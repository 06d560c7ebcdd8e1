using CapaCitoyenne.Learning.Courses;
using CapaCitoyenne.Learning.Permissions;
using CapaCitoyenne.Sites;
using CapaCitoyenne.Sites.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Learning.HttpApi;

/// <summary>Courses as archives of files.</summary>
[ApiController, Route("api/learning/course"), ApiExplorerSettings(GroupName = "learning"), Authorize(LearningPermissions.Courses.Write)]
public class CourseArchiveController : AbpController
{
    private CourseArchive Archive => HttpContext.RequestServices.GetRequiredService<CourseArchive>();

    /// <summary>A course as it is written now: its outline, the lessons in Markdown, their questions in GIFT, their pictures.</summary>
    [HttpGet("{id:guid}/archive"), ProducesResponseType<FileStreamResult>(200)]
    public async Task GetAsync(Guid id, CancellationToken cancellationToken)
    {
        // Somebody else's course is not found, before the first byte.
        var course = await HttpContext.RequestServices.GetRequiredService<IRepository<Course, Guid>>().GetAsync(id, cancellationToken);
        Response.ContentType = MediaArchive.ContentType;
        Response.Headers.ContentDisposition = $"attachment; filename=\"{course.Slug}.zip\"";
        Response.Headers.CacheControl = "private, no-store";
        await Archive.WriteAsync(course, Response.Body, cancellationToken);
    }

    /// <summary>Begins a course from such an archive, as the form field <c>file</c>; all of it, or nothing.</summary>
    [HttpPost("archive"), RequestSizeLimit(MediaArchiveReader.MaxBytes), RequestFormLimits(MultipartBodyLengthLimit = MediaArchiveReader.MaxBytes), ProducesResponseType<CourseDto>(200)]
    public async Task<CourseDto> ImportAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is not { Length: > 0 }) throw new BusinessException(SitesTransferErrorCodes.ImportArchiveUnreadable);
        await using var stream = file.OpenReadStream();
        return await Archive.ReadAsync(stream, cancellationToken);
    }
}
