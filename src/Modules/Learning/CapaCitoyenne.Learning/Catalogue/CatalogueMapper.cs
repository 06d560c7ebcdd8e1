using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Learning.Progress;
using CapaCitoyenne.Learning.Tasks;

namespace CapaCitoyenne.Learning.Catalogue;

internal static class CatalogueMapper
{
    /// <param name="space">Null when the learner has left that space: nothing to do there any more.</param>
    public static TaskResultDto ToDto(this Practice practice, MembershipInfo? space) => new()
    {
        SpaceId = practice.SpaceId,
        SpaceName = space?.Name ?? "",
        Passed = practice.PassedAt is not null,
        CheckedAt = practice.CheckedAt,
        Findings = practice.PassedAt is not null || space is null
            ? []
            : TaskChecker.Read(practice.FindingsJson).ConvertAll(finding => new TaskFindingDto(
                finding.Message, finding.Link is null ? null : $"/espace/{space.Slug}/{finding.Link.TrimStart('/')}")),
    };
}
