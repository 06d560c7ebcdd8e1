namespace CapaCitoyenne.Abp;

/// <summary>Deleting sets the flag; the filter named <c>soft-delete</c> hides the row.</summary>
public interface ISoftDelete
{
    bool IsDeleted { get; }
}
