namespace CapaCitoyenne.Abp.Timing;

public interface IClock
{
    /// <summary>The present instant in UTC.</summary>
    DateTime Now { get; }
}
