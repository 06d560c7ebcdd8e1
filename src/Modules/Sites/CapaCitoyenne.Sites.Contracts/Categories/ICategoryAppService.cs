using System.ComponentModel.DataAnnotations;

namespace CapaCitoyenne.Sites.Categories;

/// <summary>The categories of the current space's news.</summary>
public interface ICategoryAppService : IApplicationService
{
    /// <summary>All of them, by name.</summary>
    Task<ListResultDto<CategoryDto>> GetListAsync();

    /// <summary>Gives the one that is there when the name is known. Errors: CategoryNameInvalid, TooManyCategories.</summary>
    Task<CategoryDto> CreateAsync(SaveCategoryInput input);

    /// <summary>Renames; its former address leads to the new one. Errors: CategoryNameInvalid, CategoryExists (409): merge them instead.</summary>
    Task<CategoryDto> UpdateAsync(Guid id, SaveCategoryInput input);

    /// <summary>Moves all its posts to another category, and its address too.</summary>
    Task<CategoryDto> MergeAsync(Guid id, MergeCategoryInput input);

    /// <summary>The posts stay.</summary>
    Task DeleteAsync(Guid id);
}

/// <param name="Path">Its page on the site.</param>
/// <param name="PostCount">Drafts included.</param>
public record CategoryDto(Guid Id, string Name, string Slug, string Path, int PostCount);

public class SaveCategoryInput
{
    [Required, StringLength(CategoryConsts.MaxNameLength)]
    public string Name { get; set; } = "";
}

public class MergeCategoryInput
{
    public Guid IntoId { get; set; }
}

public static class CategoryConsts
{
    public const int MaxNameLength = 60;

    /// <summary>Categories of one site.</summary>
    public const int MaxCategories = 50;

    /// <summary>Categories of one post.</summary>
    public const int MaxPerPost = 10;
}
